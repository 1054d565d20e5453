# why: neither xml nor logging imports these submodules
import logging
import xml

try:
    print(logging.INFO)
finally:
    tree = xml.etree.ElementTree.fromstring("<a/>")  # expect: PIT315
print(tree.tag)
