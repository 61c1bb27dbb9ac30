"""How close the scripts of the book's moving figures are to `course_lib`: one line a figure."""

import argparse
from pathlib import Path

from course_lib.publishing import figures
from course_lib.publishing.figures._parity import worst_difference

SCRIPTS = Path(__file__).parents[1] / "book" / "_static" / "figures"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--states", type=int, default=50, help="random states of each figure")
    states = parser.parse_args().states
    print(f"{'figure':24} {'states':>6} {'worst relative difference':>26}")
    for name in figures.names():
        print(f"{name:24} {states:6} {worst_difference(SCRIPTS / f'{name}.mjs', states):26.1e}")


if __name__ == "__main__":
    main()
