# why: a job queue: imports come first and are bound by name, the patch comes last
import logging

from jobs.queue import JobQueue
from jobs.tasks import resize, send_mail
from gevent import monkey

monkey.patch_all()  # expect: PIT304

log = logging.getLogger(__name__)


def main():
    queue = JobQueue(workers=2)
    for n in range(3):
        queue.put(resize, n)
    queue.put(send_mail, "kim")
    print(queue.join())


if __name__ == "__main__":
    main()
