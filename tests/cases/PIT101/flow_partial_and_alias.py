# why: functools.partial, a function of re under another name, a method of the same class
import functools
import re

key = "k"
clean = functools.partial(re.sub, f"{key}a{5}")  # expect: PIT101
matcher = functools.partial(re.match, flags=re.I)
matcher(f"{key}b{5}", "")  # expect: PIT101
search = re.search
search(f"{key}c{5}", "")  # expect: PIT101


class Tool:
    def run(self, text):
        return self._hit(f"{key}d{5}", text)  # expect: PIT101

    @staticmethod
    def _hit(rx, text):
        return re.match(rx, text)
