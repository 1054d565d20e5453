# why: one entry of a dict and an attribute of the class itself hold readings; the other entry is a text
import time


class Server:
    started = time.time()

    def uptime(self):
        return time.time() - self.started  # expect: PIT501


def job(name):
    stats = {"name": name, "start": time.time()}
    stats["end"] = time.time()
    print(stats["name"], stats["end"] - stats["start"])  # expect: PIT501


job("sum")
print(Server().uptime() >= 0, time.time() - Server.started >= 0)  # expect: PIT501
