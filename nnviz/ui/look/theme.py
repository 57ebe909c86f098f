"""Named colours: what each thing in the window is painted with, in the light, the dark and the projector theme.

Whoever paints asks for a role, never for a colour. Roles that are used for text reach a contrast of 4.5:1 against
``card`` and ``window`` (7:1 in the projector theme), and the pairs that must be told apart stay apart for viewers
with deuteranopia, protanopia or tritanopia; the tests hold both.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from nnviz.colours import CLASSES, ROLES


@dataclass(frozen=True)
class Theme:
    """One theme: a colour as ``#RRGGBB`` for every role.

    A kind of work (forward, loss, backward, update) has four: its own, the text on it (``_on``), and two backgrounds
    for ordinary text: ``_soft`` where the work is done, ``_faint`` where it is still to come.
    """

    name: str
    dark: bool

    window: str
    card: str
    card_border: str
    text: str
    text_muted: str
    text_faint: str
    accent: str
    accent_text: str
    accent_hover: str
    accent_soft: str
    control: str
    control_border: str
    control_hover: str
    control_pressed: str
    control_disabled: str
    groove: str
    grid: str
    axis: str
    focus: str
    shadow: str

    forward: str
    forward_on: str
    forward_soft: str
    forward_faint: str
    loss: str
    loss_on: str
    loss_soft: str
    loss_faint: str
    backward: str
    backward_on: str
    backward_soft: str
    backward_faint: str
    update: str
    update_on: str
    update_soft: str
    update_faint: str

    positive: str
    negative: str
    zero: str
    grad_positive: str
    grad_negative: str
    map_positive: str
    map_zero: str
    map_negative: str

    training: str
    validation: str
    test: str
    best_marker: str
    flat_region: str

    error: str
    error_soft: str
    warning: str
    warning_soft: str
    info: str
    info_soft: str

    classes: tuple[str, ...]

    def colour(self, role: str, opacity: float = 1.0) -> QColor:
        """Return the colour of a role, ``opacity`` from 0 (nothing) to 1.

        Raises:
            AttributeError: There is no such role.
        """
        colour = QColor(getattr(self, role))
        colour.setAlphaF(opacity)
        return colour

    def class_colour(self, index: int) -> QColor:
        """Return the colour of class ``index``, counted from 0; the eleventh class is painted as the first again."""
        return QColor(self.classes[index % len(self.classes)])


def _theme(column: int, name: str, *, dark: bool) -> Theme:
    colours = {role: row[column] for role, row in ROLES.items()}
    return Theme(name=name, dark=dark, classes=CLASSES[column], **colours)


LIGHT = _theme(0, "light", dark=False)
DARK = _theme(1, "dark", dark=True)
PROJECTOR = _theme(2, "projector", dark=False)


def themes() -> tuple[Theme, ...]:
    """Return every theme, in the order in which one key goes through them."""
    return (LIGHT, DARK, PROJECTOR)


def theme_named(name: str) -> Theme:
    """Return the theme of that name.

    Raises:
        KeyError: There is none.
    """
    return {theme.name: theme for theme in themes()}[name]


def palette(theme: Theme) -> QPalette:
    """Return Qt's own roles in this theme, for whatever the style sheet does not reach."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.card,
        role.AlternateBase: theme.control_hover,
        role.Text: theme.text,
        role.PlaceholderText: theme.text_faint,
        role.Button: theme.control,
        role.ButtonText: theme.text,
        role.BrightText: theme.accent_text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.ToolTipBase: theme.text,
        role.ToolTipText: theme.card,
        role.Link: theme.accent,
        role.LinkVisited: theme.backward,
        role.Light: theme.card,
        role.Midlight: theme.control_hover,
        role.Mid: theme.card_border,
        role.Dark: theme.control_border,
        role.Shadow: theme.shadow,
        role.Accent: theme.accent,
    }
    result = QPalette()
    for each, colour in colours.items():
        result.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.text_faint))
    return result
