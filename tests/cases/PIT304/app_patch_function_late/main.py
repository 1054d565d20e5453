# why: jobs.py has bound sleep when the function patches
import green_patch
from jobs import start

green_patch.install()  # expect: PIT304
start().join()
