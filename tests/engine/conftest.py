"""Property tests here are about what holds, not about how long one example takes on a busy machine."""

from hypothesis import settings

settings.register_profile("nnviz", deadline=None)
settings.load_profile("nnviz")
