# why: both futures are unread; the name is the second one's in the end, so no fix is made
from concurrent.futures import ThreadPoolExecutor


def run():
    with ThreadPoolExecutor() as executor:
        future = executor.submit(print, 1)  # expect: PIT306
        future = executor.submit(print, 2)  # expect: PIT306
