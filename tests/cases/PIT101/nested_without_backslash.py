# why: patterns inside the fields of another f-string, as every Python from 3.8 takes them; the outer text is no pattern
# expect-at: 13 PIT101
# expect-at: 14 PIT101
import re

key = "id"


def masked(text):
    one = f"<{re.sub(f'{key}[0-9]{4}', key, text)}> x{4}"  # expect: PIT101
    two = f"""{re.sub(f'{key}[0-9]{3}', key, text)} {re.sub(f'{key}[0-9]{3}', key, text)}"""  # expect: PIT101
    three = f'''
    {re.sub(f"{key}[a-z]{5}"
            f"[0-9]{2}", key, text)}
    '''
    return one + two + three
