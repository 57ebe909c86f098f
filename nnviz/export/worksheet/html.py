"""Worksheets as one HTML file to print: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from nnviz.paper import A4, Paper

_STYLE = """
@page { size: NAME; margin: 0 }
body { margin: 0; background: #e9ebee }
.page { display: block; width: WIDEmm; height: HIGHmm; max-width: 100%; margin: 6mm auto; background: #fff;
  font-family: Inter, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Segoe UI", Helvetica, Arial, sans-serif }
@media print {
  body { background: none }
  .page { width: WIDEmm; height: calc(HIGHmm - 1mm); margin: 0; max-width: none }
  .page + .page { break-before: page }
}
@media screen and (max-width: WIDEmm) { .page { width: 100%; height: auto; margin: 0 0 3mm } }
"""


def html_of(title: str, language: str, pages: Iterable[str], paper: Paper = A4) -> str:
    """The pages in one file.

    Args:
        title: What a browser calls it.
        language: What is spoken.
        pages: Pictures of pages, as ``sheet`` draws them.
        paper: What they are printed on.
    """
    style = _STYLE
    for word, value in (("NAME", paper.name), ("WIDE", f"{paper.width:g}"), ("HIGH", f"{paper.height:g}")):
        style = style.replace(word, value)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{''.join(pages)}</body>\n</html>\n"
    )
