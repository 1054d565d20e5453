# why: files, executors, a lock of another library, a class that has the name
import contextlib
import tempfile
from concurrent.futures import ThreadPoolExecutor


class Lock:
    def __enter__(self):
        print("locked a file")
        return self

    def __exit__(self, *error):
        return None


with Lock(), tempfile.TemporaryFile() as f, ThreadPoolExecutor(1) as ex, contextlib.suppress(ValueError):
    print(f, ex)
