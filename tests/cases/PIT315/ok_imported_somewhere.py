# why: imported in a function, by from, by another name, by asyncio; guarded by try; only in an annotation
from __future__ import annotations

import asyncio
import concurrent
import email
import logging
import multiprocessing
import xml


def later():
    import logging.handlers
    return logging.handlers.RotatingFileHandler


def annotated(x: email.charset.Charset) -> email.charset.Charset:
    return x


from email import utils as email_utils
import xml.dom.minidom as dom

print(later(), concurrent.futures.ThreadPoolExecutor, email.utils.formatdate, email_utils, asyncio.tasks, xml.dom.minidom, dom)
print(logging.handlers)
try:
    print(multiprocessing.managers)
except AttributeError:
    print("not there")
if hasattr(email, "mime"):
    print("there")
