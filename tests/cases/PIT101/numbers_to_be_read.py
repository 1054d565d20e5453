# why: behind a word, a blank, a separator or a value the number is meant to be read; two numbers never are
import re


def prose(n, sep, text):
    return [
        re.search(f"No axis {2}", text),
        re.search(f"chapter{2}", text),
        re.search(f"{n}_{2}", text),
        re.search(f"{n}{2}", text),
        re.search(f"v1{2}", text),
        re.search(f"{n}={3}$", text),
        re.search(f"{n}abc{2}", text),
        re.search(f"{n}abc{2,3}", text),  # expect: PIT101
        re.search(f"{n}-{2,}", text),  # expect: PIT101
        re.search(f"{n}x{2}", text),  # expect: PIT101
        re.search(f"{sep}{2}", text),  # expect: PIT101
        re.search(f"^-{2}{n}", text),  # expect: PIT101
        re.search(f"^#{1,6} ", text),  # expect: PIT101
    ]


key = "sales"
FOUND = re.search(f"{key}x{2}|{key}{2}", "")  # expect: PIT101
