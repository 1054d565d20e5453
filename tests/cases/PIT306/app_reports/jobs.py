# why: what the reports do
import time


def render(name):
    if not name:
        raise ValueError("no name")
    time.sleep(0.01)
    return name.upper()


def careful(name):
    try:
        return render(name)
    except Exception:
        return None
