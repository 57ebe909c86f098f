"""The small widgets that panels are made of. They show what they are told and say what the user did."""

from nnviz.ui.controls.bar import Bar
from nnviz.ui.controls.button import Button
from nnviz.ui.controls.card import Card
from nnviz.ui.controls.choice import Choice
from nnviz.ui.controls.labelled_slider import LabelledSlider
from nnviz.ui.controls.segmented import Segmented
from nnviz.ui.controls.slider_range import SliderRange
from nnviz.ui.controls.stepper import Stepper
from nnviz.ui.controls.text import ElidedText, Section, Text
from nnviz.ui.controls.thumbnail_button import ThumbnailButton

__all__ = [
    "Bar",
    "Button",
    "Card",
    "Choice",
    "ElidedText",
    "LabelledSlider",
    "Section",
    "Segmented",
    "SliderRange",
    "Stepper",
    "Text",
    "ThumbnailButton",
]
