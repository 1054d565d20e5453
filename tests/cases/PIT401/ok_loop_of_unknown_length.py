# why: the first turn has no seed, whatever the number of turns; later turns only add parts of one schema.
import pandas as pd


def part(n):
    return pd.DataFrame({"n": [n], "half": [n / 2]})


def by_number(count):
    table = pd.DataFrame(columns=["n", "half"])
    for n in range(count):
        if n == 0:
            table = part(n)
        else:
            table = pd.concat([table, part(n)])
    return table


def by_truth(count):
    table = pd.DataFrame(columns=["n", "half"])
    for n in range(count):
        table = pd.concat([table, part(n)]) if n else part(n)
    return table


def by_list(count):
    parts = []
    for n in range(count):
        if n % 2 == 0:
            parts.append(part(n))
    return pd.concat(parts)


print(by_number(int("4")), by_truth(int("4")), by_list(int("4")))
