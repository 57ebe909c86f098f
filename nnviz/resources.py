"""Where the files under ``resources/`` are: in a checkout, in an installed wheel and in a frozen bundle alike."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under ``resources/``, e.g. ``resource("experiments", "circle.toml")``.

    Raises:
        FileNotFoundError: There is no such resource.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"no such resource: {'/'.join(parts)}")
    return path


def _root() -> Path:
    """A wheel and a bundle hold the folder as ``nnviz/_resources``; a checkout holds it beside the package."""
    bundle = getattr(sys, "_MEIPASS", None)
    package = Path(bundle, "nnviz") if bundle is not None else Path(__file__).parent
    packed = package / "_resources"
    return packed if packed.is_dir() else package.parent / "resources"
