# why: the text is used by nobody that is seen, but is a pattern and nothing else
num_digits = 6
RX = rf"^[ab](\d{num_digits}).yaml$"  # expect: PIT102
LABEL = f"[{num_digits}]{num_digits}"
NAME = f"file.{num_digits}"
