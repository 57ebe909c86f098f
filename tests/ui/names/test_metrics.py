"""Every metric has a name on screen: one without fails here, by its name."""

import pytest

from nnviz.lecture.metrics import METRICS
from nnviz.ui.names.metrics import METRIC_NAMES, metric_name


@pytest.mark.parametrize("metric", {**METRICS, **METRIC_NAMES})
def test_each_metric_is_shown_by_a_row(metric: str) -> None:
    assert metric in METRIC_NAMES, f"no row shows {metric}"
    assert metric in METRICS, f"a row shows {metric}, which no claim can speak of"
    assert metric_name(metric)
