"""The gradient as a sum over paths, in rows that add up; one path's product, in tiles; and both in words."""

from __future__ import annotations

import math

from nnviz.engine.analysis.chain_rule import ChainRule, Path
from nnviz.engine.training.record.iteration import Iteration
from nnviz.ui.formula.written import agree, number, product, total, trimmed
from nnviz.ui.look.numbers import NumberStyle, column_style, whole, written
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate
from nnviz.ui.names.units import NO_NAMES, UnitNames
from nnviz.ui.panels.explain.factor_tiles import Ends, Tile
from nnviz.ui.panels.explain.factor_words import FactorWords, Sign, factor_words
from nnviz.ui.panels.explain.path_bars import Row, RowKind, sign_role
from nnviz.ui.session.moment import Moment


def ways(record: Iteration, rule: ChainRule) -> int:
    """How many paths lead from the weight to the loss."""
    return math.prod(record.architecture.widths[rule.layer + 1 :])


def gradient_symbol(record: Iteration, rule: ChainRule) -> str:
    """``∂L/∂w²₁₁``."""
    return Names(record.architecture).gradient(rule.layer, rule.unit, rule.source)


def rows_of(record: Iteration, rule: ChainRule, style: NumberStyle, own: UnitNames = NO_NAMES) -> list[Row]:
    """Paths, what the others come to, the penalty's part, and what they are together; ``own`` are the data's names."""
    parts = [*(path.product for path in rule.paths), rule.rest, rule.penalty, rule.gradient]
    style = column_style(parts, style)
    rows = [_row(RowKind.PATH, _route(record, rule, path, own), path.product, style) for path in rule.paths]
    more = ways(record, rule) - len(rule.paths)
    if more:
        rows.append(_row(RowKind.REST, translate("Explain", "{} more: sum").format(whole(more)), rule.rest, style))
    if record.l1 or record.l2:
        rows.append(_row(RowKind.PENALTY, _penalty_name(record), rule.penalty, style))
    if len(rows) > 1:
        terms = [number(row.value, style, plus=True) for row in rows]
        relation = "=" if agree(total(terms), rule.gradient, style) else "≈"
        result = f"{relation} {written(rule.gradient, style, plus=True)}"
        rows.append(Row(RowKind.TOTAL, gradient_symbol(record, rule), rule.gradient, result))
    return rows


def tiles_of(
    record: Iteration, rule: ChainRule, path: Path, style: NumberStyle, own: UnitNames = NO_NAMES
) -> tuple[list[Tile], Ends]:
    """The factors of one path, and what stands around them."""
    tiles, factors = [], []
    for factor in path.factors:
        words = factor_words(record, rule, path, factor, own)
        shown = number(factor.value, style, plus=words.sign is not Sign.NONE)
        factors.append(shown)
        tiles.append(
            Tile(words.name, shown.text, _colour(words, factor.value), words.owner, words.is_what, words.sentence)
        )
    relation = "=" if agree(product(*factors), path.product, style) else "≈"
    result = written(path.product, style, plus=True)
    whole_gradient = ways(record, rule) == 1 and not rule.penalty
    ends = Ends(
        symbol=gradient_symbol(record, rule) if whole_gradient else "",
        relation=relation,
        result_name="" if whole_gradient else _route(record, rule, path, own),
        result=result,
        colour=sign_role(path.product),
    )
    return tiles, ends


def _route(record: Iteration, rule: ChainRule, path: Path, own: UnitNames) -> str:
    """``h¹₁ → h²₃ → ŷ₂ Adelie``: a path by its units, and by the class that the output stands for."""
    architecture = record.architecture
    route = Names(architecture).route(rule.layer, path.units)
    several = architecture.widths[-1] > 1
    return own.beside(route, architecture.layers, path.units[-1], architecture.layers) if several else route


def sentence_at_rest(record: Iteration, rule: ChainRule, path: Path) -> list[str]:
    """How a path's product and the gradient hang together, from the longest to the shortest wording."""
    if path.product == 0.0:
        return [translate("ChainRulePage", "A factor is 0, so this path contributes nothing.")]
    if path.factors[0].name == "mean":
        count = whole(len(record.examples))
        short = translate("ChainRulePage", "mean over the {} examples of all that differs between them").format(count)
        return [factor_words(record, rule, path, path.factors[0]).sentence, short]
    weight = Names(record.architecture).parameter(rule.layer, rule.unit, rule.source)
    count = whole(ways(record, rule))
    return [
        translate("ChainRulePage", "{count} paths lead from {weight} to the loss; their products add up.").format(
            count=count, weight=weight
        ),
        translate("ChainRulePage", "{} paths; their products add up").format(count),
    ]


def notes_on(rule: ChainRule, moment: Moment, style: NumberStyle) -> list[str]:
    """What else belongs to a gradient: whose it is, what the whole batch says, and clipping."""
    record, notes = moment.record, []
    selection = moment.selection
    if selection is not None and selection.source is None and not selection.bias:
        names = Names(record.architecture)
        unit, bias = names.unit(rule.layer, rule.unit), names.parameter(rule.layer, rule.unit, None)
        text = translate("ChainRulePage", "{unit} is selected, so this is about its bias {bias}.")
        notes.append(text.format(unit=unit, bias=bias))
    layer = record.layers[rule.layer - 1]
    gradient = float(layer.grad_b[rule.unit] if rule.source is None else layer.grad_W[rule.unit, rule.source])
    shown = written(gradient, style, plus=True)
    is_one_of_several = rule.example is not None and len(record.examples) > 1
    if record.clip is not None and record.clip[1] < 1.0:
        norm, factor = (trimmed(value, style).text for value in record.clip)
        text = translate(
            "ChainRulePage",
            "Clipped: the whole gradient's norm is {norm}, so the update uses {factor} × this: {result}.",
        )
        if is_one_of_several or moment.visitor is not None:
            text = translate("ChainRulePage", "Mean over the batch, clipped (norm {norm}, so × {factor}): {result}.")
        notes.append(text.format(norm=norm, factor=factor, result=shown))
    elif moment.visitor is not None:
        text = translate("ChainRulePage", "This example is not in the batch. The batch's mean: {}.")
        notes.append(text.format(shown))
    elif is_one_of_several:
        text = translate("ChainRulePage", "Mean over the batch's {count} examples: {result}.")
        notes.append(text.format(count=whole(len(record.examples)), result=shown))
    return notes


def _colour(words: FactorWords, value: float) -> str:
    if words.sign is Sign.NONE or not value:
        return "text"
    return words.sign.value + ("positive" if value > 0 else "negative")


def _row(kind: RowKind, name: str, value: float, style: NumberStyle) -> Row:
    return Row(kind, name, value, written(value, style, plus=True))


def _penalty_name(record: Iteration) -> str:
    if record.l1 and record.l2:
        return translate("Explain", "L1 and L2 penalty")
    return translate("Explain", "L1 penalty") if record.l1 else translate("Explain", "L2 penalty")
