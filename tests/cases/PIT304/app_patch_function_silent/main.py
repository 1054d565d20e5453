# why: main calls the function that patches first
import setup_green

setup_green.install()

from jobs import start

start().join()
