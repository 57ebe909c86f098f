"""The small widgets that panels are made of. They show what they are told and say what the user did."""

from nnviz.ui.toolkit.controls.button import Button
from nnviz.ui.toolkit.controls.card import Card
from nnviz.ui.toolkit.controls.choice import Choice
from nnviz.ui.toolkit.controls.labelled_slider import LabelledSlider
from nnviz.ui.toolkit.controls.segmented import Segmented
from nnviz.ui.toolkit.controls.slider_range import SliderRange
from nnviz.ui.toolkit.controls.stepper import Stepper
from nnviz.ui.toolkit.controls.text import Section, Text
from nnviz.ui.toolkit.controls.thumbnail_button import ThumbnailButton

__all__ = [
    "Button",
    "Card",
    "Choice",
    "LabelledSlider",
    "Section",
    "Segmented",
    "SliderRange",
    "Stepper",
    "Text",
    "ThumbnailButton",
]
