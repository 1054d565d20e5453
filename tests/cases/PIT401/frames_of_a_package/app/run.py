# why: a class and a helper of a package, imported through its __init__.
import pandas as pd

from app.core import Table, empty_table


def make(k: str, v: float) -> pd.DataFrame:
    return pd.DataFrame({"k": [k], "v": [v]})


def main() -> None:
    table = Table("x")
    for n in range(3):
        table.push(make(f"k{n}", n / 2))
    print(pd.concat([empty_table(), make("a", 0.5)]))  # expect: PIT401


if __name__ == "__main__":
    main()
