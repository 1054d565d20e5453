# why: a Condition made on the spot: nobody else can wait for it or wake it
from threading import Condition


def wake():
    with Condition() as changed:  # expect: PIT319
        print(changed)


wake()
