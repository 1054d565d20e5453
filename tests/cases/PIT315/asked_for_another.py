# why: the question is about another submodule
import xml

if not hasattr(xml, "etree"):
    print(xml.dom)  # expect: PIT315
