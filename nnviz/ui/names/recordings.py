"""What is said of recordings."""

from __future__ import annotations

from collections.abc import Sequence

from nnviz.engine.weights.problem import plain_name
from nnviz.recordings.reading import Recording
from nnviz.ui.look.numbers import whole
from nnviz.ui.names.translation import in_words, translate
from nnviz.worker.messages import RunInfo

MOST_NAMED = 6
"""Layers."""


def recording_note(run: RunInfo) -> str:
    """What has to be known while one looks at a recording; nothing where one does not."""
    if run.recording is None:
        return ""
    every, first = run.recording.about.every, run.recording.about.first
    if every > 1 and first:
        text = translate("Recording", "recorded from PyTorch: one step in {every}, from step {first} on")
    elif every > 1:
        text = translate("Recording", "recorded from PyTorch: one step in {every}")
    elif first:
        text = translate("Recording", "recorded from PyTorch, from step {first} on")
    else:
        text = translate("Recording", "recorded from PyTorch")
    return text.format(every=whole(every), first=whole(first))


def recording_words(recording: Recording) -> str:
    """What a recording is, when it has been opened."""
    about = recording.about
    text = translate("Recording", "{steps} of {seen} steps of a PyTorch loop, as they were: {layers}.").format(
        steps=whole(len(recording)), seen=whole(about.seen), layers=_in_short(about.layers)
    )
    if recording.batches_per_epoch == 1 and int(recording.starts[1]) < len(recording.examples.x):
        text += " " + translate("Recording", "No epochs can be made out in it: each step counts as one.")
    return text


def recording_end(message: str) -> str:
    """Why one cannot go on, and how one can."""
    return translate(
        "Recording", "{end}. “Go on from the recording” in the menu trains on in nnviz's own engine."
    ).format(end=_capital(in_words(message)))


def _in_short(names: Sequence[str]) -> str:
    """The names of layers, as many as one can read."""
    shown = [plain_name(name) for name in names]
    if len(shown) > MOST_NAMED:
        shown[MOST_NAMED // 2 : -MOST_NAMED // 2] = ["…"]
    return " → ".join(shown)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
