# why: relative imports; nothing patches
from app import run

run()
