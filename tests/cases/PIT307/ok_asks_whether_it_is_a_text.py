# why: a call as a statement would do nothing either; it asks whether the object is a text at all (urllib.parse does so)


def unquote(string: bytes | bytearray | str) -> bytes | bytearray:
    if not string:
        # Is it a string-like object?
        string.split
        return b""
    return string.encode() if isinstance(string, str) else string


print(unquote(""))
