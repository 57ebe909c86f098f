"""What the user did in the middle of a run, in a few words: for undo, redo and the marks on the time line."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from nnviz.ui.look.numbers import NumberStyle, short, subscript, superscript
from nnviz.worker.messages import Change, RestoreBest, WeightPlace


def tr(text: str) -> str:
    """The text in the user's language."""
    return QCoreApplication.translate("Edits", text)


def parameter_name(layer: int, unit: int, source: int | None) -> str:
    """``w¹₂₁`` or ``b¹₂``, as the diagram's cards call them."""
    if source is None:
        return f"b{superscript(layer)}{subscript(unit + 1)}"
    between = "‚" if max(unit, source) > 8 else ""
    return f"w{superscript(layer)}{subscript(unit + 1)}{between}{subscript(source + 1)}"


def hidden_unit_name(layer: int, unit: int) -> str:
    """``h¹₂``."""
    return f"h{superscript(layer)}{subscript(unit + 1)}"


def set_text(place: WeightPlace, value: float, style: NumberStyle) -> str:
    """``w¹₂₁ = 0.5``."""
    return f"{parameter_name(*place)} = {short(value, style)}"


def rate_text(rate: float, style: NumberStyle) -> str:
    """``learning rate 0.1``."""
    return tr("learning rate {0}").format(short(rate, NumberStyle(6, style.decimal_sign)))


def frozen_text(place: WeightPlace, frozen: bool) -> str:
    """``w¹₂₁ frozen``."""
    return (tr("{0} frozen") if frozen else tr("{0} trains again")).format(parameter_name(*place))


def several_frozen_text(frozen: Mapping[WeightPlace, bool]) -> str:
    """``4 parameters frozen``."""
    text = tr("{0} parameters frozen") if all(frozen.values()) else tr("{0} parameters train again")
    return text.format(len(frozen))


def silenced_text(layer: int, unit: int, silenced: bool) -> str:
    """``h¹₂ knocked out``."""
    return (tr("{0} knocked out") if silenced else tr("{0} brought back")).format(hidden_unit_name(layer, unit))


def best_text() -> str:
    """That the best epoch's weights are back."""
    return tr("the best epoch's weights put back")


def change_text(request: Change | RestoreBest, style: NumberStyle) -> str:
    """A request to change something, in words."""
    if isinstance(request, RestoreBest):
        return best_text()
    texts = [set_text(place, value, style) for place, value in request.parameters.items()]
    if request.learning_rate is not None:
        texts.append(rate_text(request.learning_rate, style))
    if len(request.frozen) > 1:
        texts.append(several_frozen_text(request.frozen))
    else:
        texts += [frozen_text(place, frozen) for place, frozen in request.frozen.items()]
    texts += [silenced_text(layer, unit, silenced) for (layer, unit), silenced in request.silenced.items()]
    return ", ".join(texts)
