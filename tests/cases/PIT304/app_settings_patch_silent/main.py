# why: the settings module patches when it is told to, before the workers are imported
import settings

settings.prepare()

from workers import run

run()
