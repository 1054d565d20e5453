# why: the loaders sleep in a helper of the helper
from etl.pipeline import Pipeline
from etl.sources import SOURCES

if __name__ == "__main__":
    Pipeline(SOURCES).run()
