# why: what `.startswith(…)` and its like answer is a bool, whoever is asked
def passed(name):
    good = name.startswith("ok")
    return good in (1, 2)  # expect: PIT204


def numbered(line):
    return line.split(":")[0].isdigit() in [1, 2, 3]  # expect: PIT204


CHECKS = [(lambda: passed("no"), True)]
