# why: the method comes from the base class; the instance is kept on another object
class Base:
    def close(self):
        print("closed")


class Connection(Base):
    def __init__(self, host):
        self.host = host


class Client:
    def __init__(self, host):
        self.connection = Connection(host)

    def stop(self):
        self.connection.close  # expect: PIT307


client = Client("localhost")
client.stop()
print(client.connection.host)
