# why: the regex module; its \p{L} needs doubled braces too, but only the field here is a number
# run: no
import regex
import regex as rx

key = "k"
regex.match(f"{key}\\p{{L}}{2}", "")  # expect: PIT101
rx.sub(rf"{key}\d{2}", f"x{2}", "")  # expect: PIT101
