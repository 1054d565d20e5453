# why: a member of an IntEnum is another object than the int that it equals
from http import HTTPStatus


def is_fine(status):
    return status is 200 or status is not 200 and status is 204  # expect: PIT201


CHECKS = [(lambda: is_fine(HTTPStatus.OK), True)]
