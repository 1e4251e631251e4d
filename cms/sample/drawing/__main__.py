"""Draw all sample pictures into a folder: `python -m cms.sample.drawing FOLDER`."""

import argparse
import sys
from pathlib import Path

from cms.sample.drawing.press_run import draw_all


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m cms.sample.drawing", description="Draw the sample pictures.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for path in draw_all(folder):
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
