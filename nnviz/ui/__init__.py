"""The window: the picture of one moment of training, and the means to move it through time."""

from nnviz.ui.overrides import guard_overrides

guard_overrides()
