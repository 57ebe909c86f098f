"""Makes a page of what a version brings, from the changelog: ``python release_notes.py VERSION OUT.html``."""

import re
import sys
from pathlib import Path

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
{body}
</html>
"""


def notes_of(changelog: str, version: str) -> str:
    """The part of the changelog on a version, or else on what is not released yet.

    Raises:
        SystemExit: It speaks of neither.
    """
    for heading in (version, "Unreleased"):
        found = re.search(rf"^## \[?{re.escape(heading)}\b.*\n((?:(?!## ).*\n?)*)", changelog, re.MULTILINE)
        if found is not None:
            return found[1].strip()
    raise SystemExit(f"CHANGELOG.md says nothing of {version}")


def main(version: str, out: Path) -> None:
    """Make it."""
    changelog = (Path(__file__).parents[1] / "CHANGELOG.md").read_text(encoding="utf-8")
    body = MarkdownIt().render(notes_of(changelog, version))
    out.write_text(PAGE.format(version=version, body=body), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
