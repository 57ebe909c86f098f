"""What layers are called: as a label, where there is little room, and within a sentence."""

from __future__ import annotations

from nnviz.ui.names.translation import translate


def layer_name(layer: int, last: int) -> str:
    """A layer's name: ``input``, ``hidden 2``, ``output``; ``last`` is the output's number."""
    if layer == 0:
        return translate("Names", "input")
    if layer == last:
        return translate("Names", "output")
    return translate("Names", "hidden {0}").format(layer)


def short_layer_name(layer: int, last: int) -> str:
    """The same where there is little room: ``in``, ``2``, ``out``."""
    if layer == 0:
        return translate("Names", "in")
    return translate("Names", "out") if layer == last else str(layer)


def layer_in_words(layer: int, last: int) -> str:
    """A layer within a sentence: ``the input``, ``hidden layer 2``, ``the output layer``."""
    if layer == 0:
        return translate("Names", "the input")
    if layer == last:
        return translate("Names", "the output layer")
    return translate("Names", "hidden layer {0}").format(layer)
