import time

nap = time.sleep
