# why: the task class of tasks.py blocks in what the base's _run calls
from tasks import Copy

task = Copy()
task.start()
task.join()
