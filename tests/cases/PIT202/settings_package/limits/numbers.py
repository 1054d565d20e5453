# why: a constant
LARGE = 4096
SMALL = 300
