"""The line over the network: what is shown, and where in time one is; how training goes, large."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.ui.diagram.words import place_in_time, short_place_in_time
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import short, whole
from nnviz.ui.session.moment import Moment
from nnviz.ui.stage.dots import Dots
from nnviz.ui.stage.outcome import Outcome
from nnviz.ui.toolkit.fitting_label import FittingLabel
from nnviz.worker.messages import Snapshot


class StageHead(QWidget):
    """One line: the title at the left, the place in time at the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._loss: float | None = None
        self._of_a_scene = False
        self._title = ""
        self.number = FittingLabel(look, "mono_large", tight=True)
        self.title = FittingLabel(look, "heading", "text")
        self.place = FittingLabel(look, "mono", tight=True)
        self.outcome, self.dots = Outcome(look), Dots(look)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.number)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.outcome)
        self._row.addWidget(self.place)
        self._row.addWidget(self.dots)
        self.number.hide()
        self.dots.hide()
        look.changed.connect(self._restyle)
        self._restyle()

    def set_title(self, title: str) -> None:
        """Say what is shown, where no scene is."""
        self._title = title
        if not self._of_a_scene:
            self.title.set_texts(title)

    def show_scene(self, number: int, title: str, shown: int, cues: int) -> None:
        """Say which scene of a lecture this is, and how many of its cues have been shown."""
        self._of_a_scene = True
        self.number.set_texts(str(number))
        self.title.set_texts(title)
        self.dots.show_count(shown, cues)
        self.number.show()
        self.dots.show()

    def show_no_scene(self) -> None:
        """Say again what is shown without a lecture."""
        self._of_a_scene = False
        self.number.hide()
        self.dots.hide()
        self.outcome.show_ask(None, ())
        self.title.set_texts(self._title)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take note of the training loss of the last epoch that there is one of."""
        losses = snapshot.history.train_loss
        if len(losses):
            self._loss = float(losses[-1])

    def show_moment(self, moment: Moment) -> None:
        """Say where in time this is; while training, the epoch and the loss, large."""
        if not moment.training:
            texts = ("",) if self._of_a_scene else (place_in_time(moment), short_place_in_time(moment), "")
            self.place.set_role("mono")
            self.place.set_texts(*texts, colour="text_muted")
            return
        epoch = self.tr("epoch {0}").format(whole(moment.record.epoch + 1))
        loss = "" if self._loss is None else self.tr("loss {0}").format(short(self._loss, self._look.numbers))
        self.place.set_role("mono_large")
        self.place.set_texts(f"{epoch} · {loss}" if loss else epoch, loss or epoch, "", colour="text")

    def _restyle(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(22), px(10), px(22), 0)
        self._row.setSpacing(px(16))
