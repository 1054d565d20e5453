# why: what another module's function gives back is compiled here
import re

from texts import both, shout, to_bytes

key = "k"
re.compile(to_bytes(f"{key}x{2}"))  # expect: PIT101
first, second = both(f"{key}y{2}", f"{key}z{2}")  # expect: PIT101
re.compile(second)
shout(f"^[0-9]{3}$")
