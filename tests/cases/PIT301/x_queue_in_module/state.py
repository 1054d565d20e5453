import queue

items = queue.Queue()
