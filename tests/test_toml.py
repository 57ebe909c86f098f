"""TOML that would take the parser's time for nothing is refused before it; all other is read as it is."""

import tomllib
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.toml import DEEPEST, TomlError, toml_tables

DOTTED = ".".join(["a"] * 20_000)
SPACED = " . ".join(["a"] * 10_000)
QUOTED = ".".join(["'a'"] * 20_000)


@pytest.mark.parametrize(
    "text",
    [
        f"{DOTTED} = 1",
        f"{SPACED} = 1",
        f"{QUOTED} = 1",
        '"a".' * 20_000 + "a = 1",
        f"[{DOTTED}]",
        f"[[{DOTTED}]]",
        f"x = {{{DOTTED} = 1}}",
        f'x = "closed" # remark\n{DOTTED} = 1',
        f"x = '''\n{DOTTED}'''\n{DOTTED} = 1",
        "x = " + "[" * 100_000,
    ],
    ids=[
        "dotted",
        "spaced",
        "quoted",
        "double",
        "table",
        "tables",
        "inline",
        "after a remark",
        "after a text",
        "lists",
    ],
)
def test_what_is_nested_too_deeply_is_refused(text):
    with pytest.raises(TomlError, match="nested too deeply"):
        toml_tables(text)


@pytest.mark.parametrize(
    "text",
    [
        f'x = "{DOTTED}"',
        f"x = '{DOTTED}'",
        f'x = """{DOTTED}"""',
        f"x = '''{DOTTED}'''",
        f"# {DOTTED}",
        f'x = """\\""" {DOTTED}\n" "" {DOTTED}"""',
        ".".join(["a"] * (DEEPEST + 1)) + " = 1",
        "x = [1.5, 2.5, " + "3.5, " * 1000 + "]",
    ],
    ids=["text", "plain text", "long text", "long plain text", "remark", "escaped", "deep", "numbers"],
)
def test_dots_elsewhere_are_only_dots(text):
    assert toml_tables(text) == tomllib.loads(text)


@pytest.mark.parametrize("piece", ['"""', "'''", '"""\\', '"\\', "'", '"', "#", "a.", "\\", "[", "="])
def test_looking_takes_no_longer_for_what_is_never_closed(piece):
    before = process_time()
    with pytest.raises(TomlError):
        toml_tables("x = " + piece * (300_000 // len(piece)) + "\n?")
    # A look that began anew at each would take hours.
    assert process_time() - before < 60


@given(st.text(st.sampled_from("ab.\"'#\\\n= []{},1"), max_size=60))
def test_any_text_is_read_as_the_parser_reads_it(text):
    try:
        expected = tomllib.loads(text)
    except ValueError:
        with pytest.raises(TomlError):
            toml_tables(text)
    else:
        try:
            assert toml_tables(text) == expected
        except TomlError:
            assert text.count(".") > DEEPEST
