# why: futures that are keys of a dict, or stand in containers of all kinds, are read when the container is gone through
import asyncio
import concurrent.futures as cf
import itertools
import queue
from collections import defaultdict, deque, OrderedDict
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
from tqdm import tqdm
from contextlib import ExitStack


def work(x):
    return 1 / x


def s1(names):
    futures = {}
    with ThreadPoolExecutor() as ex:
        for name in names:
            futures.setdefault(ex.submit(work, name), name)
        for f in futures:
            f.result()


def s2(names):
    futures = {}
    with ThreadPoolExecutor() as ex:
        for name in names:
            futures.update({ex.submit(work, name): name})
        for f in as_completed(futures):
            f.result()


def s3(names):
    with ThreadPoolExecutor() as ex:
        futures = [ex.submit(work, name) for name in names]
        by = dict(zip(futures, names))
        for f in as_completed(by):
            f.result()


def s4(names):
    futures = defaultdict(list)
    with ThreadPoolExecutor() as ex:
        for name in names:
            futures[name].append(ex.submit(work, name))
        for name, fs in futures.items():
            for f in fs:
                f.result()


def s5(names):
    futures = {}
    with ThreadPoolExecutor() as ex:
        for name in names:
            futures[name] = ex.submit(work, name)
    for name in names:
        futures[name].result()


def s6(names):
    futures = {}
    with ThreadPoolExecutor() as ex:
        for name in names:
            futures[ex.submit(work, name)] = name
        while futures:
            done, _ = wait(futures, return_when=cf.FIRST_COMPLETED)
            for f in done:
                futures.pop(f)
                f.result()


def s7(names):
    futures = {}
    with ThreadPoolExecutor() as ex:
        for name in names:
            futures[ex.submit(work, name)] = name
        done, pending = wait(futures.keys())
        assert not pending
        return [f.result() for f in done]


def s8(names):
    futures = {}
    with ThreadPoolExecutor() as ex:
        for name in names:
            futures[ex.submit(work, name)] = name
        return {name: f.result() for f, name in futures.items()}


class A:
    def __init__(self):
        self.futures = {}
        self.ex = ThreadPoolExecutor()

    def go(self, n):
        self.futures[self.ex.submit(work, n)] = n

    def stop(self):
        for f in as_completed(self.futures):
            f.result()


def s9(names):
    q = deque()
    with ThreadPoolExecutor() as ex:
        for name in names:
            q.append((name, ex.submit(work, name)))
        while q:
            name, f = q.popleft()
            f.result()


def s10(names):
    with ThreadPoolExecutor() as ex:
        fs = set()
        for name in names:
            fs.add(ex.submit(work, name))
        while fs:
            done, fs = wait(fs, return_when=cf.FIRST_COMPLETED)
            for f in done:
                f.result()


def s11(names):
    with ThreadPoolExecutor() as ex:
        futures = {}
        for name in names:
            futures[f] = name if (f := ex.submit(work, name)) else None
        for f in sorted(futures, key=futures.get):
            f.result()


def s12(names):
    with ThreadPoolExecutor() as ex:
        futures = OrderedDict()
        for name in names:
            futures[ex.submit(work, name)] = name
        f, name = futures.popitem()
        f.result()


def s13(names):
    with ThreadPoolExecutor() as ex:
        futures = OrderedDict((ex.submit(work, n), n) for n in names)
        for f in futures:
            f.result()


def s14(names):
    with ThreadPoolExecutor() as ex:
        futures = dict((ex.submit(work, n), n) for n in names)
        for f in futures:
            f.result()


def s15(names):
    with ThreadPoolExecutor() as ex:
        futures = {}
        futures |= {ex.submit(work, n): n for n in names}
        for f in futures:
            f.result()


def s16(names):
    with ThreadPoolExecutor() as ex:
        rows = []
        for n in names:
            rows.append({"future": ex.submit(work, n), "name": n})
        for row in rows:
            print(row["name"], row["future"].result())


def s17(names):
    with ThreadPoolExecutor() as ex:
        futures = [None] * len(names)
        for i, n in enumerate(names):
            futures[i] = ex.submit(work, n)
        for f in futures:
            f.result()


def s18(names):
    q = queue.Queue()
    with ThreadPoolExecutor() as ex:
        for n in names:
            q.put(ex.submit(work, n))
        while not q.empty():
            q.get().result()


def s19(names):
    with ThreadPoolExecutor() as ex:
        futures = {}
        for n in names:
            futures[(ex.submit(work, n), 1)] = 2
        for (f, k), v in futures.items():
            f.result()


def s20(names):
    with ThreadPoolExecutor() as ex:
        a, b = (ex.submit(work, n) for n in names)
        c, *d = [ex.submit(work, n) for n in names]
        return a.result() + b.exception() + c.result() + sum(x.result() for x in d)


def s21(names):
    with ThreadPoolExecutor() as ex:
        for a, b in itertools.zip_longest([ex.submit(work, n) for n in names], names):
            a.result()
        for f in itertools.chain([ex.submit(work, n) for n in names], []):
            f.result()
        for i, f in enumerate(as_completed([ex.submit(work, n) for n in names])):
            f.result()
        for f in filter(None, map(lambda n: ex.submit(work, n), names)):
            f.result()


async def s22(names):
    with ThreadPoolExecutor() as ex:
        fs = {}
        for n in names:
            fs[asyncio.wrap_future(ex.submit(work, n))] = n
        await asyncio.gather(*fs)


def s23(names):
    futs = {}
    with ThreadPoolExecutor() as ex:
        for n in names:
            futs[ex.submit(work, n)] = n
        for n in iter(futs):
            n.result()


def s24(names):
    futs = {}
    with ThreadPoolExecutor() as ex:
        for n in names:
            futs[ex.submit(work, n)] = n
        list(futs)[0].result()
        tuple(futs.keys())[0].result()
        next(iter(futs)).result()
        [*futs][0].result()
        first, *_ = futs
        max(futs, key=futs.get).result()


def s25(names):
    futs = {}
    with ThreadPoolExecutor() as ex:
        for n in names:
            futs[ex.submit(work, n)] = n
        show(futs)


def show(futs):
    for f in as_completed(futs):
        f.result()


def s26(names):
    futs = {}
    with ThreadPoolExecutor() as ex:
        for n in names:
            put(futs, ex.submit(work, n), n)
        for f in as_completed(futs):
            f.result()


def put(d, f, n):
    d[f] = n
