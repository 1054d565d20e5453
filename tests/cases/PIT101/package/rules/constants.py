# why: DATE reaches re through the package's __init__, TIME directly, TEXT never
key = "k"
DATE = f"{key}a{4}"  # expect: PIT101
TIME = f"{key}b{4}"  # expect: PIT101
TEXT = f"{key}c{4}"
