# why: the submodule is used only where hasattr or getattr has said that it is there
import concurrent
import unittest
import xml

if hasattr(unittest, "mock"):
    print(unittest.mock)
print(unittest.mock if hasattr(unittest, "mock") else None)
print(hasattr(xml, "dom") and xml.dom)
if getattr(xml, "sax", None) is not None:
    print(xml.sax)


def futures():
    if not hasattr(concurrent, "futures"):
        return None
    return concurrent.futures


print(futures())
