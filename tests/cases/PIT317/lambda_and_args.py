# why: a lambda, and a function with its arguments beside it
from threading import Thread

made = []
for start in (lambda: Thread(lambda: print("x")), lambda: Thread(print, args=("y",))):  # expect: PIT317
    try:
        made.append(start())
    except AssertionError as e:
        print(e)
for t in made:
    t.start()
