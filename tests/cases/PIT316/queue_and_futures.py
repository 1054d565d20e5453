# why: two star imports for three names
# options: --select PIT316
from queue import *  # expect: PIT316
from concurrent.futures import *  # expect: PIT316

q = Queue()
with ThreadPoolExecutor(1) as ex:
    ex.submit(q.put, 1).result()
print(q.get())
