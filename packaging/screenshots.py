"""Draws what software centres show: ``python screenshots.py NNVIZ FOLDER``, where NNVIZ is the program that draws.

Each picture is named after its scene, its language and the version, as an address on the web shall never show another.
"""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("en", "zh")
SIZE = "1600x900"


class Screenshot(NamedTuple):
    """A picture of nnviz.

    Attributes:
        name: Of its file, before language and version.
        words: What ``nnviz render`` is told.
        captions: What is to be seen in it, by language.
    """

    name: str
    words: tuple[str, ...]
    captions: dict[str, str]

    def file(self, language: str, version: str) -> str:
        """The name of its file."""
        return f"{self.name}-{language}-{version}.png"


SCREENSHOTS = (
    Screenshot(
        "backward",
        ("circle", "--iteration", "2400", "--phase", "delta2", "--set", 'view.panels=["data","loss"]'),
        {"en": "The error signal goes backward, a layer at a time", "zh": "误差信号一层一层地反向传播"},
    ),
    Screenshot(
        "chain-rule",
        ("worked-example", "--phase", "dW1", "--set", "view.pick=W1[0,0]"),
        {"en": "The gradient of a weight, factor by factor", "zh": "一个权重的梯度，逐个因子拆开"},
    ),
    Screenshot(
        "lecture",
        ("hidden-layers", "--scene", "chain-rule", "--cue", "3"),
        {"en": "A lecture on the stage, in large type", "zh": "放映课件，大字显示"},
    ),
    Screenshot(
        "digits",
        ("digits", "--iteration", "100", "--set", 'view.panels=["units","results"]', "--theme", "dark"),
        {"en": "What the units respond to, and the results", "zh": "各单元对什么有响应，以及结果"},
    ),
)


def main(program: str, folder: Path) -> None:
    """Draw them all."""
    folder.mkdir(parents=True, exist_ok=True)
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    for picture in SCREENSHOTS:
        for language in LANGUAGES:
            out = folder / picture.file(language, version)
            words = [*picture.words, "--size", SIZE, "--language", language, "--out", str(out)]
            subprocess.run([program, "render", *words], check=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
