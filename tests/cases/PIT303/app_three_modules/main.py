# why: pool.py spawns what tasks.py gives it, and that blocks in clock.py
from tasks import run_all

if __name__ == "__main__":
    run_all()
