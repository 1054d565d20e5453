# why: client.py imports requests before main patches
from client import load
from gevent import monkey

monkey.patch_all()  # expect: PIT304

if __name__ == "__main__":
    print(load)
