# why: the entry patches with eventlet
import eventlet

eventlet.monkey_patch()

import services

services.serve()
