"""The characters of Chinese that nnviz needs: those that its texts have, and the usual ones, for data and files."""

from __future__ import annotations

from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[2]
PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉【】—…·～「」『』％＋－×÷＝≠≤≥　"
LEVEL_1 = range(0xB0, 0xD8)
"""The rows of GB 2312 that hold its first level."""


def _level_1() -> set[str]:
    pairs = (bytes(pair) for pair in product(LEVEL_1, range(0xA1, 0xFF)))
    return {character for pair in pairs for character in pair.decode("gb2312", "ignore")}


USUAL = _level_1() | set(PUNCTUATION)


def is_chinese(character: str) -> bool:
    """Whether it is one that only a Chinese font has."""
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef" or "\u3000" <= character <= "\u303f"


def used() -> set[str]:
    """All that stand in translations, lectures and the Chinese README."""
    resources = ROOT / "resources"
    files = [*resources.glob("translations/*.ts"), *resources.rglob("*.toml"), ROOT / "README.zh-CN.md"]
    texts = (file.read_text(encoding="utf-8") for file in files if file.exists())
    return {character for text in texts for character in text if is_chinese(character)}
