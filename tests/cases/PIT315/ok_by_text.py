# why: imported by its name as a text
import concurrent
import importlib

importlib.import_module("concurrent.futures")
print(concurrent.futures.ThreadPoolExecutor)
