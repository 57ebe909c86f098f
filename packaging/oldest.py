"""Prints the oldest versions that nnviz says it works with, as constraints for an installation that shall prove it."""

import re
import tomllib
from pathlib import Path


def main() -> None:
    """Print them, a line each."""
    project = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = project["dependencies"] + [line for name, lines in extras.items() if name != "dev" for line in lines]
    for line in wanted:
        name, _, rest = line.partition(">=")
        lowest = re.match(r"[\d.]+", rest)
        marker = line.partition(";")[2]
        if lowest is not None:
            print(f"{name}=={lowest[0]}" + (f" ;{marker}" if marker else ""))


if __name__ == "__main__":
    main()
