"""Makes the Chinese fonts of ``resources/fonts`` of the whole Noto Sans SC: 1 MB in place of 10.

``python -m tests.translations.subset FOLDER``, with ``NotoSansSC_400Regular.ttf`` and ``NotoSansSC_700Bold.ttf`` in
that folder, and fonttools installed. What is needed: the 3,755 usual characters (GB 2312, level 1), the punctuation of
Chinese, and every other character that a text of nnviz has.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.translations.characters import USUAL, used

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
WEIGHTS = {"Regular": "400Regular", "Bold": "700Bold"}


def main(folder: Path) -> None:
    """Write both weights."""
    from fontTools import subset  # only who changes the fonts needs it

    for name, source in WEIGHTS.items():
        options = subset.Options(layout_features=["*"], hinting=False, notdef_outline=True)
        font = subset.load_font(str(folder / f"NotoSansSC_{source}.ttf"), options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(text="".join(sorted(USUAL | used())))
        subsetter.subset(font)
        subset.save_font(font, str(FONTS / f"NotoSansSC-{name}.ttf"), options)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
