"""Worksheets as one HTML file to print: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

_STYLE = """
@page { size: A4; margin: 0 }
body { margin: 0; background: #e9ebee }
.page { display: block; width: 210mm; height: 297mm; max-width: 100%; margin: 6mm auto; background: #fff;
  font-family: Inter, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Segoe UI", Helvetica, Arial, sans-serif }
@media print {
  body { background: none }
  .page { width: 210mm; height: 296mm; margin: 0; max-width: none }
  .page + .page { break-before: page }
}
@media screen and (max-width: 210mm) { .page { width: 100%; height: auto; margin: 0 0 3mm } }
"""


def html_of(title: str, language: str, pages: Iterable[str]) -> str:
    """The pages in one file.

    Args:
        title: What a browser calls it.
        language: What is spoken.
        pages: Pictures of pages, as ``sheet`` draws them.
    """
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{''.join(pages)}</body>\n</html>\n"
    )
