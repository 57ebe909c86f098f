"""Says whether a frozen program holds every module that nnviz imports, now or later: ``python complete.py PROGRAM``.

Most of them are imported when they are asked for, in the middle of a function: no start of the program misses them.
"""

import ast
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

CHECKOUT = Path(__file__).parents[1]

WITHOUT = {
    "av": "the extra film",
    "distributed": "the extra cluster",
    "google.protobuf": "the extra onnx",
    "onnx": "the extra onnx",
    "torch": "the user's own",
}
"""What a frozen program does without. nnviz names it where it is asked for."""


def imported(source: str, package: str) -> Iterator[str]:
    """The modules that a module imports anywhere in it, by their whole names; what only types need is none of them.

    Args:
        source: The module's text.
        package: Where it is, from which relative names count.
    """
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            waiting += node.orelse
            continue
        waiting += ast.iter_child_nodes(node)
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: 1 - node.level or None] if node.level else []
            whole = ".".join([*above, *filter(None, [node.module])])
            yield whole
            yield from (f"{whole}.{name.name}" for name in node.names if is_module(f"{whole}.{name.name}"))
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            yield from (word.value for word in node.args if isinstance(word, ast.Constant))


def is_module(name: str) -> bool:
    """Tell whether the Python that freezes has a module of this name."""
    try:
        return find_spec(name) is not None
    except ImportError:
        return False


def wanted() -> set[str]:
    """Every module of nnviz, and every one that they import."""
    names = set()
    for path in sorted((CHECKOUT / "nnviz").rglob("*.py")):
        parts = path.relative_to(CHECKOUT).with_suffix("").parts
        package = ".".join(parts[:-1])
        names |= {package if parts[-1] == "__init__" else ".".join(parts)}
        names |= set(imported(path.read_text(encoding="utf-8"), package))
    return names


def held(program: Path) -> set[str]:
    """The modules that a frozen program holds."""
    from PyInstaller.archive.readers import CArchiveReader

    folder, archive = program.parent / "_internal", CArchiveReader(str(program))
    names = {*sys.builtin_module_names, *archive.toc, *archive.open_embedded_archive("PYZ.pyz").toc}
    for path in folder.rglob("*"):
        if path.suffix in {".so", ".pyd"}:
            places = path.relative_to(folder).parts[:-1]
            standard = "lib-dynload" in places
            names.add(".".join((*(() if standard else places), path.name.partition(".")[0])))
    with ZipFile(folder / "base_library.zip") as standard:
        names |= {Path(name).with_suffix("").as_posix().replace("/", ".") for name in standard.namelist()}
    return names | {name.removesuffix(".__init__") for name in names}


def main(program: Path) -> None:
    """Say it, and fail where one is missing."""
    missing = wanted() - held(program)
    known = {name for name in missing if any(f"{name}.".startswith(f"{top}.") for top in WITHOUT)}
    if missing - known:
        raise SystemExit(f"missing: {', '.join(sorted(missing - known))}")
    tops = {top: why for top, why in WITHOUT.items() if any(f"{name}.".startswith(f"{top}.") for name in known)}
    print("without", ", ".join(f"{top} ({why})" for top, why in tops.items()))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
