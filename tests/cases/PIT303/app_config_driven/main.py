# why: a scheduler of the program spawns each registered job; one sleeps
from scheduler import Scheduler
from jobs import refresh

scheduler = Scheduler()
scheduler.register(refresh)
scheduler.run()
