"""Sentences that remember how they were made, so that they can be said in another language."""

import pickle

import pytest

from nnviz.engine import Experiment, ExperimentError
from nnviz.said import joined, said, spoken

GERMAN = {
    "at most {most:,} features, got {count:,}": "höchstens {most:,} Merkmale, nicht {count:,}",
    "a number": "eine Zahl",
    "expected {what}": "erwartet: {what}",
    " or ": " oder ",
}


def german(context: str, template: str) -> str:
    assert context == "Engine"
    return GERMAN.get(template, template)


def test_a_sentence_is_its_english() -> None:
    text = said("Engine", "at most {most:,} features, got {count:,}").format(most=1024, count=2048)
    assert text == "at most 1,024 features, got 2,048"
    assert spoken(text, german) == "höchstens 1,024 Merkmale, nicht 2,048"


def test_what_stands_in_a_sentence_is_translated_too() -> None:
    what = said("Engine", " or ").join([said("Engine", "a number"), '"full"'])
    text = joined(": ", "training.batch_size", "", said("Engine", "expected {what}").format(what=what))
    assert text == 'training.batch_size: expected a number or "full"'
    assert spoken(text, german) == 'training.batch_size: erwartet: eine Zahl oder "full"'


def test_a_sentence_with_something_added_keeps_both_parts() -> None:
    assert spoken(said("Engine", "a number") + " > 0", german) == "eine Zahl > 0"


def test_a_text_that_nobody_made_a_sentence_of_stays_as_it_is() -> None:
    assert spoken("{most}", german) == "{most}"
    assert spoken(joined(": ", "{0}", "a}b"), german) == "{0}: a}b"


def test_a_sentence_goes_to_another_process_whole() -> None:
    text = joined(": ", "field", said("Engine", "a number"))
    arrived = pickle.loads(pickle.dumps(text))
    assert arrived == text and spoken(arrived, german) == "field: eine Zahl"


def test_an_error_of_the_engine_can_be_said_in_another_language() -> None:
    with pytest.raises(ExperimentError) as caught:
        Experiment.parse('[data]\nsource = "circl"\n')
    text = caught.value.text
    assert str(caught.value) == text == 'data.source: no data set "circl"; did you mean "circle"?'
    marked = spoken(text, lambda context, template: f"«{template}»" if context else template)
    assert marked == 'data.source: «no «data set» "circl"«; did you mean "circle"?»»'
