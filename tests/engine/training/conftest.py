"""What tests of going through time have in common."""

import pytest

from nnviz.engine.training.timeline import checkpoints


@pytest.fixture(params=["many checkpoints", "few checkpoints"])
def checkpoint_stride(request, monkeypatch):
    if request.param == "few checkpoints":
        return
    monkeypatch.setattr(checkpoints, "FIRST_STRIDE", 3)
    monkeypatch.setattr(checkpoints, "MOST_CHECKPOINTS", 6)
