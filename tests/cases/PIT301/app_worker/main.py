# why: a worker drains a thread queue: get in the loop waits, in a thread it does not
import asyncio
import queue
import threading

from worker import Worker

jobs = queue.Queue()
threading.Timer(0.15, jobs.put, ("one",)).start()
threading.Timer(0.3, jobs.put, (None,)).start()
asyncio.run(Worker(jobs).run())
