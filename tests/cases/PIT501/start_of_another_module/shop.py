# why: a reading, a constant, and what an argument says
import sys
import time

START = time.time()
EPOCH = 0.0
given = float(sys.argv[1]) if len(sys.argv) > 1 else 0.0
