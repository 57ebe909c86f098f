import re

import pytest

from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.ui.formula.formula_colours import in_colours
from nnviz.ui.formula.phase_words import words_of
from nnviz.ui.formula.typeset import Typesetter
from nnviz.ui.look.look import Look
from nnviz.ui.look.theme import themes
from tests.ui.colour_vision import contrast
from tests.ui.formula.moments import CLASSES, PAIRS, experiment_text, trainer_of

ROLES = ("forward", "loss", "backward", "update", "positive", "negative", "grad_positive", "grad_negative")


@pytest.mark.parametrize(
    ("latex", "coloured"),
    [
        (r"z^{(1)} = W^{(1)}\,x", r"\textcolor{forward}{z^{(1)}} = W^{(1)}\,\textcolor{forward}{x}"),
        (
            r"\nabla W^{(2)} = c\,\delta^{(2)}",
            r"\textcolor{backward}{\nabla W^{(2)}} = c\,\textcolor{backward}{\delta^{(2)}}",
        ),
        (r"h^{(1)\mathrm{T}}", r"\textcolor{forward}{h^{(1)\mathrm{T}}}"),
        (r"\ln(1+e^z)", r"\ln(1+e^{\textcolor{forward}{z}})"),
        (r"e^{z_k}", r"e^{\textcolor{forward}{z_k}}"),
        (
            r"W \leftarrow W - \eta\,\nabla W",
            r"\textcolor{update}{W} \leftarrow W - \eta\,\textcolor{backward}{\nabla W}",
        ),
        (r"s + g^2", r"s + \textcolor{backward}{g^2}"),
        (r"g(z), g'(z)", r"g(\textcolor{forward}{z}), g'(\textcolor{forward}{z})"),
        (r"\hat{y}_k-y_k", r"\textcolor{forward}{\hat{y}_k}-\textcolor{loss}{y_k}"),
        (r"\lambda\sum |W|,\quad \max(0, 1)", r"\lambda\sum |W|,\quad \max(0, 1)"),
    ],
)
def test_symbols_are_lit_and_the_rest_stays(latex, coloured):
    assert in_colours(latex) == coloured


def lit_formulas():
    """Every formula that there can be."""
    for (data, output, loss), activation in zip(PAIRS, sorted(ACTIVATIONS) * 2, strict=False):
        trainer = trainer_of(experiment_text(data, output, loss, activation, l2=0.1, training="dropout = 0.2"))
        record = trainer.iterate()
        yield from (words_of(record, phase, training=trainer.experiment.training) for phase in record.phases)
    for name in OPTIMISERS:
        trainer = trainer_of(experiment_text(CLASSES, "softmax", "cross_entropy", training=f'optimizer = "{name}"'))
        record = trainer.iterate()
        yield words_of(record, record.phases[-1], training=trainer.experiment.training)


def test_every_formula_is_typeset_with_all_its_colours():
    look = Look()
    typesetter = Typesetter(look)
    for latex in {in_colours(words.formula.latex) for words in lit_formulas()}:
        drawing = typesetter.typeset(latex)
        assert drawing is not None, latex
        for role in re.findall(r"\\textcolor\{(\w+)\}", latex):
            assert look.colour(role).name().encode() in drawing.svg, (role, latex)


def test_a_single_letter_before_a_logarithm_keeps_its_colour():
    look = Look()
    drawing = Typesetter(look).typeset(in_colours(r"y\ln\hat{y}"))
    assert look.colour("loss").name().encode() in drawing.svg


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_every_colour_of_the_strip_can_be_read_on_a_card(theme):
    least = 7.0 if theme.name == "projector" else 4.5
    assert {
        role: contrast(getattr(theme, role), theme.card)
        for role in ROLES
        if contrast(getattr(theme, role), theme.card) < least
    } == {}
