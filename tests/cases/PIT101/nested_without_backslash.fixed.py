# why: braces doubled in the inner literals only


import re

key = "id"


def masked(text):
    one = f"<{re.sub(f'{key}[0-9]{{4}}', key, text)}> x{4}"
    two = f"""{re.sub(f'{key}[0-9]{{3}}', key, text)} {re.sub(f'{key}[0-9]{{3}}', key, text)}"""
    three = f'''
    {re.sub(f"{key}[a-z]{{5}}"
            f"[0-9]{{2}}", key, text)}
    '''
    return one + two + three
