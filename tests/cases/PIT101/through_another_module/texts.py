# why: to_bytes and both give back what they were given, shout prints it
def to_bytes(text, encoding="utf-8"):
    if isinstance(text, bytes):
        return text
    return text.encode(encoding)


def both(a, b):
    return (a, f"^{b}$")


def shout(text):
    print(text)
