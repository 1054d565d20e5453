# why: Manager() starts a server process as the module is imported
import multiprocessing

manager = multiprocessing.Manager()  # expect: PIT313
shared = manager.dict()
shared["a"] = 1
print(dict(shared))
