# why: nothing patches
import services

services.serve()
