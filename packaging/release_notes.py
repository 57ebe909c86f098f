"""Makes a page of what a version brings, from the changelog: ``python release_notes.py VERSION OUT.html``."""

import sys
from pathlib import Path

from changelog import release_of
from markdown_it import MarkdownIt

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>nnviz {version}</title>
<style>
  :root {{ color-scheme: light dark; }}
  body {{ font: 1.05rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1.2rem; }}
  code {{ font-size: .92em; }}
  li {{ margin: .4rem 0; }}
</style>
<h1>nnviz {version}</h1>
<p><time datetime="{date}">{date}</time></p>
{body}
</html>
"""


def main(version: str, out: Path) -> None:
    """Make it."""
    release = release_of(version)
    body = MarkdownIt().render(release.notes)
    out.write_text(PAGE.format(version=version, date=release.date, body=body), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
