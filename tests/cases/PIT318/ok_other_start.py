# why: start() of other things: a match's place, a class of this program
import re


class Engine:
    def start(self):
        return self

    def stop(self):
        print("stopped")


engine = Engine().start()
engine.stop()
where = re.match("a", "abc").start()
print(where)
