"""What the metrics of claims are called on screen, a row for each."""

from __future__ import annotations

from nnviz.ui.names.translation import QT_TRANSLATE_NOOP, translate

METRIC_NAMES = {
    "train.loss": QT_TRANSLATE_NOOP("Metrics", "training loss"),
    "validation.loss": QT_TRANSLATE_NOOP("Metrics", "validation loss"),
    "test.loss": QT_TRANSLATE_NOOP("Metrics", "test loss"),
    "train.accuracy": QT_TRANSLATE_NOOP("Metrics", "training accuracy"),
    "validation.accuracy": QT_TRANSLATE_NOOP("Metrics", "validation accuracy"),
    "test.accuracy": QT_TRANSLATE_NOOP("Metrics", "test accuracy"),
    "train.rmse": QT_TRANSLATE_NOOP("Metrics", "training RMSE"),
    "validation.rmse": QT_TRANSLATE_NOOP("Metrics", "validation RMSE"),
    "test.rmse": QT_TRANSLATE_NOOP("Metrics", "test RMSE"),
    "train.solved": QT_TRANSLATE_NOOP("Metrics", "training part solved"),
    "validation.rise": QT_TRANSLATE_NOOP("Metrics", "validation loss / its lowest"),
    "run.diverged": QT_TRANSLATE_NOOP("Metrics", "the run diverged"),
    "run.epochs": QT_TRANSLATE_NOOP("Metrics", "epochs trained"),
    "network.parameters": QT_TRANSLATE_NOOP("Metrics", "parameters"),
    "hidden.mean_slope": QT_TRANSLATE_NOOP("Metrics", "mean |g′(z)| of hidden units"),
    "hidden.saturated": QT_TRANSLATE_NOOP("Metrics", "saturated share"),
    "hidden.dead": QT_TRANSLATE_NOOP("Metrics", "share of dead units"),
    "hidden.spread": QT_TRANSLATE_NOOP("Metrics", "spread of the hidden units"),
    "hidden.best_unit": QT_TRANSLATE_NOOP("Metrics", "accuracy of the best single unit"),
    "hidden.knocked_out": QT_TRANSLATE_NOOP("Metrics", "lowest accuracy with a unit off"),
    "probe": QT_TRANSLATE_NOOP("Metrics", "accuracy of a straight line"),
    "answer.pieces": QT_TRANSLATE_NOOP("Metrics", "straight pieces of the answer"),
    "answer.collapse": QT_TRANSLATE_NOOP("Metrics", "off from one matrix's answer"),
    "gradient.reach": QT_TRANSLATE_NOOP("Metrics", "|δ| of the first layer / the output's"),
    "gradient.norm": QT_TRANSLATE_NOOP("Metrics", "‖∇L‖"),
    "gradient.cosine": QT_TRANSLATE_NOOP("Metrics", "cosine with the whole gradient"),
    "value": QT_TRANSLATE_NOOP("Metrics", "value"),
    "gradient": QT_TRANSLATE_NOOP("Metrics", "gradient"),
    "delta": QT_TRANSLATE_NOOP("Metrics", "mean |δ|"),
    "nudge.error": QT_TRANSLATE_NOOP("Metrics", "∂L/∂w off from a nudge"),
    "paths.error": QT_TRANSLATE_NOOP("Metrics", "∂L/∂w off from its paths"),
}


def metric_name(metric: str) -> str:
    """What a metric is called on screen, short."""
    return translate("Metrics", METRIC_NAMES[metric])
