# why: a chain of != never compares the ends; the names that the fix would make up are taken
def different(first, second, third, fourth, value_2):
    value = first()
    return (value_3 := value()) != (value_2_2 := second()) and value_2_2 != (value_4 := third()) and value_4 != (value_5 := fourth()) and value_3 != value_4 and value_3 != value_5 and value_2_2 != value_5 and value_2  # expect: PIT205
