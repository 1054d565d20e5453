# why: the package's name `metrics` is the object, not the module it comes from
from .metrics import metrics
