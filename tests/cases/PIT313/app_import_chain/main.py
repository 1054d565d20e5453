# why: the module-level call reaches the pool in the other module
from tasks import run_all

results = run_all([1, 2, 3])  # expect: PIT313
print(results)
