# why: this entry does not patch; what it starts blocks
from core.jobs import launch


def main():
    launch(["a", "b"])


if __name__ == "__main__":
    main()
