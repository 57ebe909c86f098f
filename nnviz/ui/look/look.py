"""How the window looks right now: theme, type size, and the way numbers are written."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLayout, QToolTip
from shiboken6 import isValid

from nnviz.ui.look.dressing import dress_in_turns
from nnviz.ui.look.fonts import MONO_FAMILIES, TEXT_FAMILIES
from nnviz.ui.look.icons import Icons
from nnviz.ui.look.numbers import DecimalSign, NumberStyle
from nnviz.ui.look.stylesheet import stylesheet
from nnviz.ui.look.theme import Theme, palette, theme_named, themes
from nnviz.ui.look.told import Told
from nnviz.ui.look.turns import Turns

SMALLEST_SCALE = 0.6
LARGEST_SCALE = 3.0
# What suits a screen, whatever its height.
SMALLEST_USUAL_SCALE = 0.75
LARGEST_USUAL_SCALE = 2.0
SMALLEST_RELATIVE_SCALE = SMALLEST_SCALE / LARGEST_USUAL_SCALE
LARGEST_RELATIVE_SCALE = LARGEST_SCALE / SMALLEST_USUAL_SCALE
# One press of "larger": six of them double the size.
SCALE_STEP = 2 ** (1 / 6)
# Body text is 16 px, so this makes it 24 px on a screen of the usual height, the least that the back row can read.
PRESENTING_FACTOR = 1.5
USUAL_HEIGHT = 1080
BODY_PIXELS = 16.0
LEAST_PIXELS = 10
"""Nobody reads smaller type in the window; one that is smaller at full size stays as it is."""
QT_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)
_LINE_DIGITS = QFont.Tag("tnum")
_LIGATURES = QFont.Tag("calt")


@dataclass(frozen=True)
class TypeStyle:
    """One kind of type: its size in pixels at scale 1, its weight, and whether its letters have one width."""

    pixels: float
    weight: QFont.Weight = QFont.Weight.Normal
    mono: bool = False
    capitals: bool = False


TYPE_STYLES: dict[str, TypeStyle] = {
    "body": TypeStyle(BODY_PIXELS),
    "strong": TypeStyle(16, QFont.Weight.DemiBold),
    "small": TypeStyle(14),
    "small_strong": TypeStyle(14, QFont.Weight.DemiBold),
    "tiny": TypeStyle(13),
    "section": TypeStyle(12.5, QFont.Weight.Bold, capitals=True),
    "title": TypeStyle(18, QFont.Weight.Bold),
    "title_plain": TypeStyle(18),
    "heading": TypeStyle(24, QFont.Weight.Bold),
    "answer": TypeStyle(22),
    "caption": TypeStyle(27, QFont.Weight.Bold),
    "figure": TypeStyle(36, QFont.Weight.Bold, mono=True),
    "mono": TypeStyle(15, mono=True),
    "mono_strong": TypeStyle(15, QFont.Weight.Bold, mono=True),
    "mono_small": TypeStyle(13, mono=True),
    "mono_body": TypeStyle(16, mono=True),
    "mono_large": TypeStyle(20, mono=True),
    "clock": TypeStyle(46, mono=True),
}


class Look(QObject):
    """Theme, type size and number style. One for an application, handed to every widget's constructor.

    A widget asks it for fonts, pixels, colours and icons, and asks again when it says ``changed``. Its methods are many
    and small: one for each thing to ask, one for each taste to set.

    Signals:
        changed(): Anything that a widget may have asked for.
    """

    def __init__(
        self,
        theme: str = "light",
        scale: float = 1.0,
        numbers: NumberStyle | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.changed = Told(self)
        self._theme = theme_named(theme)
        self._scale = self._usual = _bounded(scale)
        self._presenting = False
        self._stage_height: int | None = None
        self._reduced_motion = False
        self._line_digits = True
        self._bare = False
        self._fineness: float | None = None
        self._numbers = numbers or NumberStyle()
        self._icons = Icons()
        self._application: QApplication | None = None
        self._dressed: tuple[str, float, bool, bool] | None = None
        self._turns: Turns | None = None

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def scale(self) -> float:
        """The user's type size, 1 for 16 px body text."""
        return self._scale

    @property
    def presenting(self) -> bool:
        return self._presenting

    @property
    def factor(self) -> float:
        """What sizes are multiplied by: the scale, and when presenting at least what the back row can read.

        On a stage whose height is known everything is in proportion to it: however many pixels it has, it is as large.
        """
        if not self._presenting:
            return self._scale
        if self._stage_height is None:
            return max(PRESENTING_FACTOR, self._scale * PRESENTING_FACTOR)
        return PRESENTING_FACTOR * self._stage_height / USUAL_HEIGHT * max(1.0, self._scale / self._usual)

    @property
    def least_pixels(self) -> int:
        """The smallest type that text may be set in to make it fit."""
        return round(BODY_PIXELS * self.factor) if self._presenting else LEAST_PIXELS

    @property
    def numbers(self) -> NumberStyle:
        return self._numbers

    def set_theme(self, name: str) -> None:
        """Take the theme of that name. Raises KeyError if there is none."""
        self._take("_theme", theme_named(name))

    def next_theme(self) -> None:
        """Go from light to dark to projector to light."""
        order = themes()
        self.set_theme(order[(order.index(self._theme) + 1) % len(order)].name)

    def set_scale(self, scale: float) -> None:
        """Set the type size, kept between 0.6 and 3."""
        self._take("_scale", _bounded(scale))

    def larger(self) -> None:
        self.set_scale(self._scale * SCALE_STEP)

    def smaller(self) -> None:
        self.set_scale(self._scale / SCALE_STEP)

    @property
    def reduced_motion(self) -> bool:
        """Whether everything is shown at its end at once, without moving there."""
        return self._reduced_motion

    def set_reduced_motion(self, reduced: bool) -> None:
        """Show everything at its end at once; what Qt itself would move or fade, too."""
        if reduced and self._application is not None:
            for effect in QT_EFFECTS:
                QApplication.setEffectEnabled(effect, False)
        self._take("_reduced_motion", reduced)

    @property
    def line_digits(self) -> bool:
        """Whether all digits are as wide as each other."""
        return self._line_digits

    def set_line_digits(self, line_digits: bool) -> None:
        """Whether all digits are as wide as each other; other digits than these a PDF cannot give back as text."""
        self._take("_line_digits", line_digits)

    def set_usual(self, scale: float) -> None:
        """Note the type size that suits the screen: by what the user's own differs from it, that of a stage does."""
        self._usual = scale
        if self._presenting:
            self._tell()

    def set_presenting(self, presenting: bool, height: int | None = None) -> None:
        """Present or not; ``height`` is that of the stage, in pixels, where it is known."""
        self._stage_height = height
        self._take("_presenting", presenting)

    def set_stage_height(self, height: int) -> None:
        """The stage is so many pixels high now."""
        if self._presenting:
            self._take("_stage_height", height)

    def set_numbers(self, numbers: NumberStyle) -> None:
        self._take("_numbers", numbers)

    def set_digits(self, digits: int) -> None:
        """Set how many digits stand after the decimal sign, kept between 0 and 15."""
        self.set_numbers(replace(self._numbers, digits=min(max(digits, 0), 15)))

    def set_decimal_sign(self, sign: DecimalSign) -> None:
        """Set the decimal sign. Raises ValueError unless it is "." or ","."""
        self.set_numbers(replace(self._numbers, decimal_sign=sign))

    def px(self, pixels: float) -> int:
        """Return a length that is ``pixels`` at scale 1, at least 1 unless it is 0."""
        return max(1, round(pixels * self.factor)) if pixels > 0 else 0

    def font(self, role: str) -> QFont:
        """Return the font of a role of ``TYPE_STYLES``. Raises KeyError if there is none."""
        style = TYPE_STYLES[role]
        font = QFont(list(MONO_FAMILIES if style.mono else TEXT_FAMILIES))
        pixels = max(style.pixels, BODY_PIXELS) if self._presenting else style.pixels
        font.setPixelSize(max(1, round(pixels * self.factor)))
        font.setWeight(style.weight)
        if style.mono:
            font.setFeature(_LIGATURES, 0)
        else:
            # Said in both cases: what is not said, a widget takes from what it stands in.
            font.setFeature(_LINE_DIGITS, int(self._line_digits))
            if not self._line_digits:
                font.setFeature(_LIGATURES, 0)
        if style.capitals:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        return font

    def colour(self, role: str, opacity: float = 1.0) -> QColor:
        """Return the theme's colour for a role; see ``Theme.colour``."""
        return self._theme.colour(role, opacity)

    @property
    def bare(self) -> bool:
        """Whether what is painted lies on nothing: what is under the picture shows through it."""
        return self._bare

    @contextmanager
    def without_ground(self) -> Iterator[None]:
        """While this lasts, cards and plots are painted without the ground that they lie on."""
        self._bare = True
        try:
            yield
        finally:
            self._bare = False

    @property
    def fineness(self) -> float | None:
        """Pixels for each of the screen's, of what is painted by way of pixels; ``None`` where it is the screen's."""
        return self._fineness

    @contextmanager
    def finer(self, fineness: float) -> Iterator[None]:
        """While this lasts, icons are as fine as this: what they are painted on is not the screen."""
        self._fineness = fineness
        try:
            yield
        finally:
            self._fineness = None

    def ground(self) -> QColor:
        """The colour of a card; none where it lies on nothing."""
        return QColor(Qt.GlobalColor.transparent) if self._bare else self.colour("card")

    def icon(self, name: str, role: str = "text", pixels: float = 18, gap: float = 0) -> QIcon:
        """Return an icon in the colour of a role, ``pixels`` wide at scale 1, with ``gap`` left empty at its right."""
        colour, disabled = getattr(self._theme, role), self._theme.text_faint
        return self._icons.icon(name, colour, self.px(pixels), disabled=disabled, gap=self.px(gap))

    def pixmap(self, name: str, role: str = "text", pixels: float = 18, device_ratio: float = 1.0) -> QPixmap:
        """Return an icon as a picture, for those who paint it themselves."""
        return self._icons.pixmap(name, getattr(self._theme, role), self.px(pixels), device_ratio)

    def dress(self, application: QApplication) -> None:
        """Give the application this look, now and whenever it changes: style, palette, font and style sheet.

        Fonts must have been loaded.
        """
        if application is not self._application:
            application.setStyle("Fusion")
            self._application = application
            self._dressed = None
        for _ in self._dress_again():
            pass

    def change_in_turns(self) -> Turns:
        """From here on a change takes a few turns of the loop, none of them long; what is on screen stays meanwhile."""
        self._turns = Turns(self)
        return self._turns

    def _dress_again(self) -> Generator[None]:
        """In turns: a style sheet is put on every widget there is, seen or not."""
        while self._application is not None and self._wanted() != self._dressed:
            wanted = self._wanted()
            self._application.setPalette(palette(self._theme))
            self._application.setFont(self.font("body"))
            QToolTip.setFont(self.font("small"))
            self._dressed = wanted
            for _ in dress_in_turns(self._application, stylesheet(self._theme, self.factor, self._presenting)):
                yield
                if wanted != self._wanted():
                    break
            yield

    def _wanted(self) -> tuple[str, float, bool, bool]:
        return self._theme.name, self.factor, self._presenting, self._line_digits

    def _take(self, attribute: str, value: object) -> None:
        if getattr(self, attribute) != value:
            setattr(self, attribute, value)
            self._tell()

    def in_turns(self, pieces: Callable[[], Generator[None]]) -> None:
        """Do something after what is being changed, before anything is painted again; all at once if that is."""
        if self._turns is not None:
            self._turns.begin(pieces)
            return
        for _ in pieces():
            pass

    def _tell(self) -> None:
        self.in_turns(self._change)

    def _change(self) -> Generator[None]:
        with _sizes_held():
            # Before anybody hears of it: a new style sheet puts the fonts back that widgets had under the old one.
            yield from self._dress_again()
            yield from self.changed.in_turns()
            yield


@contextmanager
def _sizes_held() -> Iterator[None]:
    """Meanwhile no window grows: of two looks at once something needs more room than in either.

    Lists that have been opened over one are let alone: what Qt itself has put there goes, for Python, with its window.
    """
    layouts = [
        window.layout()
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window.windowType() is not Qt.WindowType.Popup
    ]
    held = [(layout, layout.sizeConstraint()) for layout in layouts if layout is not None]
    for layout, _ in held:
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for layout, constraint in held:
        if isValid(layout):
            # Its window may have been closed meanwhile.
            layout.setSizeConstraint(constraint)


def usual_scale(height: int) -> float:
    """Return the scale that suits a screen so many pixels high: 16 px body text at 1080."""
    return min(max(height / 1080, SMALLEST_USUAL_SCALE), LARGEST_USUAL_SCALE)


def _bounded(scale: float) -> float:
    return min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
