import abc
import time


class Base(abc.ABC):
    def __init__(self, name):
        self.name = name

    @abc.abstractmethod
    def write(self, item):
        raise NotImplementedError

    def save(self, item):
        self.write(item)
        return item


class Repository(Base):
    def write(self, item):
        time.sleep(0.15)


class RetryingRepository(Repository):
    def write(self, item):
        super().write(item)
