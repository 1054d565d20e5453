# why: only constants.
COLUMNS = ["sku", "price"]
