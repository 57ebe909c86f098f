"""Copies the licences of what is installed beside nnviz into a folder, a folder for each package.

Called as ``python licenses.py FOLDER`` by the Python whose packages are frozen.
"""

import shutil
import sys
from importlib.metadata import distributions
from pathlib import Path

WORDS = ("licen", "copying", "notice", "authors")
NOT_FROZEN = {"altgraph", "nnviz-desktop", "packaging", "pip", "pyinstaller-hooks-contrib", "setuptools"}


def main(folder: Path) -> None:
    """Copy them."""
    for distribution in distributions():
        name = distribution.metadata["Name"]
        if name in NOT_FROZEN:
            continue
        beside = folder / name
        beside.mkdir(parents=True)
        stated = distribution.metadata["License-Expression"] or distribution.metadata["License"] or ""
        classifiers = [line for line in distribution.metadata.get_all("Classifier", []) if line.startswith("License")]
        lines = [f"{name} {distribution.version}", *filter(None, [stated.strip(), *classifiers])]
        (beside / "STATED").write_text("\n".join(lines) + "\n", encoding="utf-8")
        for file in distribution.files or ():
            path = Path(str(distribution.locate_file(file)))
            if ".dist-info" in str(file) and any(word in file.name.lower() for word in WORDS) and path.is_file():
                shutil.copyfile(path, beside / file.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
