# why: re_path, RegexValidator, Field(pattern=…), constr(regex=…) and Annotated take patterns
# run: no
from typing import Annotated

import pydantic
from django.core.validators import RegexValidator
from django.urls import path, re_path
from pydantic import BaseModel, Field, constr

key = "k"


class Model(BaseModel):
    a: Annotated[str, Field(pattern=f"^{key}a{5}$")]  # expect: PIT101
    b: str = Field(default=f"b{5}", pattern=f"^{key}b{5}$")  # expect: PIT101
    c: constr(pattern=f"^{key}c{5}$")  # expect: PIT101
    d: pydantic.constr(regex=f"^{key}d{5}$")  # expect: PIT101
    e: str = Field(description=f"x{5}", title=f"x{5}")


urlpatterns = [
    re_path(f"^{key}a{4}/$", None, name=f"x{4}"),  # expect: PIT101
    re_path(route=f"^{key}b{4}/$", view=None),  # expect: PIT101
    path(f"{key}/x{4}/", None),
]
CHECK = RegexValidator(f"^{key}a{4}$", f"not like x{4}")  # expect: PIT101
FOUND = objects.filter(name__regex=f"^{key}a{4}$", title=f"x{4}")  # expect: PIT101
