"""Where the page's picture has its units, and how large they are."""

import json
import shutil
import subprocess

import pytest

from nnviz.resources import resource

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="the page's layout is JavaScript, and there is no node to run it")


def sides(widths: list[int], room: int, tall: int) -> list[float]:
    """How large the units of each layer are."""
    source = resource("page", "layout.js").read_text(encoding="utf-8")
    ask = f"const found = layout({widths}, {room}, {tall});"
    tell = f"console.log(JSON.stringify({list(range(len(widths)))}.map((layer) => found.place(layer, 0).side)));"
    assert NODE is not None
    done = subprocess.run([NODE, "-e", source + ask + tell], capture_output=True, text=True, timeout=60, check=True)
    found: list[float] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("tall", [300, 376, 500])
@pytest.mark.parametrize("room", [620, 760, 1000])
def test_units_of_wider_layers_are_not_lost_beside_the_others(room: int, tall: int) -> None:
    inputs, first, second, output = sides([2, 4, 3, 1], room, tall)
    assert min(first, second) >= 0.5 * max(inputs, output)
    assert first >= 40.0 and second >= 40.0
