COLUMNS = ("k", "v")
