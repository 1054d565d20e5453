# why: imported by name: with Windows' os module the import itself fails
# options: --select PIT508
from os import getpid, getuid  # expect: PIT508

print(getpid(), getuid())
