# why: the reading that another module took as it was imported
import time

import shop
from shop import START as begun


def report():
    print("took", time.time() - shop.START)  # expect: PIT501
    print("took %.1f" % (time.time() - begun))  # expect: PIT501
    print(time.time() - shop.EPOCH, time.time() - shop.given)


report()
