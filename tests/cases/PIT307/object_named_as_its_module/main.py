# why: `from svc import metrics` gives the object that the package's `__init__` put over its module
from svc import metrics
from svc.metrics import other

print(metrics.snapshot)  # expect: PIT307
print(other.snapshot, metrics.label)  # expect: PIT307
