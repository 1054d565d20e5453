# why: a chain of != never compares the ends; the names that the fix would make up are taken
def different(first, second, third, fourth, value_2):
    value = first()
    return value() != second() != third() != fourth() and value_2  # expect: PIT205
