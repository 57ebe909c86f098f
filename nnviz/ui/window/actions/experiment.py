"""The experiment: opened, saved, edited, and its settings."""

from __future__ import annotations

from nnviz.ui.actions.spec import ActionGroup, Command
from nnviz.ui.names.translation import QT_TRANSLATE_NOOP
from nnviz.ui.window.actions.target import Window


def _search_settings(window: Window) -> None:
    from nnviz.ui.panels.experiment.panel import ExperimentPanel  # read when it is first seen

    window.panels.toggle("experiment", True)
    panel = window.panels.panel("experiment")
    assert isinstance(panel, ExperimentPanel)
    panel.focus_search()


EXPERIMENT_ACTIONS: ActionGroup[Window] = ActionGroup(
    QT_TRANSLATE_NOOP("Actions", "Experiment"),
    (
        Command(
            id="open",
            title=QT_TRANSLATE_NOOP("Actions", "Open…"),
            tip=QT_TRANSLATE_NOOP("Actions", "Open an experiment, a session, a recording or a table"),
            keys=("Ctrl+O",),
            icon="folder-open",
            slot=lambda window: window.opening.ask_for_file(),
        ),
        Command(
            id="save",
            title=QT_TRANSLATE_NOOP("Actions", "Save as…"),
            tip=QT_TRANSLATE_NOOP("Actions", "Write the experiment into a file, or the session with its run"),
            keys=("Ctrl+S",),
            slot=lambda window: window.opening.save(),
        ),
        Command(
            id="edit_data",
            title=QT_TRANSLATE_NOOP("Actions", "Edit the data…"),
            tip=QT_TRANSLATE_NOOP("Actions", "Draw the examples by hand"),
            keys=("Ctrl+E",),
            slot=lambda window: window.opening.edit_data(),
        ),
        Command(
            id="search_settings",
            title=QT_TRANSLATE_NOOP("Actions", "Find a setting"),
            tip=QT_TRANSLATE_NOOP("Actions", "Search all settings of the experiment"),
            keys=(
                "Ctrl+F",
                "/",
            ),
            slot=_search_settings,
        ),
        Command(
            id="quit",
            title=QT_TRANSLATE_NOOP("Actions", "Quit"),
            tip=QT_TRANSLATE_NOOP("Actions", "Close the window"),
            keys=("Ctrl+Q",),
            icon="quit",
            slot=lambda window: window.close(),
        ),
    ),
)
