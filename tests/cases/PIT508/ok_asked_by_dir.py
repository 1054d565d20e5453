# why: the name is asked for in another way than by hasattr
# options: --select PIT508
import os

if "fork" in dir(os):
    print(os.fork)
if "getuid" in vars(os):
    print(os.getuid())
if "getgid" not in os.__dict__:
    print("no groups")
else:
    print(os.getgid())
