# why: WIDTH and Sizes.LENGTH are ints in settings.py
import re

import settings
from settings import WIDTH, Sizes

re.compile(rf"^\d{WIDTH}$")  # expect: PIT102
re.compile(rf"^\d{settings.WIDTH}$")  # expect: PIT102
re.compile(rf"^[a-z0-9]{Sizes.LENGTH}$")  # expect: PIT102
