"""Named colours: what each thing in the window is painted with, in the light, the dark and the projector theme.

Whoever paints asks for a role, never for a colour. Roles that are used for text reach a contrast of 4.5:1 against
``card`` and ``window`` (7:1 in the projector theme), and the pairs that must be told apart stay apart for viewers
with deuteranopia, protanopia or tritanopia; the tests hold both.
"""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


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


# role: (light, dark, projector). The projector's ground is white: in a lit room it keeps more contrast than black.
_TABLE: dict[str, tuple[str, str, str]] = {
    "window": ("#F6F7F9", "#0F141B", "#FFFFFF"),
    "card": ("#FFFFFF", "#171E28", "#FFFFFF"),
    "card_border": ("#E2E6EB", "#27303E", "#7C8794"),
    "text": ("#16202C", "#EEF3F8", "#000000"),
    "text_muted": ("#556272", "#A9B6C5", "#2B343E"),
    "text_faint": ("#66717F", "#8C9AAF", "#414B56"),
    "accent": ("#2457C5", "#7FB0FF", "#0A3D9C"),
    "accent_text": ("#FFFFFF", "#0F141B", "#FFFFFF"),
    "accent_hover": ("#1D49A8", "#9CC2FF", "#072E78"),
    "accent_soft": ("#E4ECFA", "#22324C", "#D3E0F8"),
    "control": ("#FFFFFF", "#171E28", "#FFFFFF"),
    "control_border": ("#D3D9E1", "#364152", "#3F4954"),
    "control_hover": ("#F0F3F7", "#212B38", "#F0F3F7"),
    "control_pressed": ("#E4E8ED", "#2A3442", "#CED5DD"),
    "control_disabled": ("#F3F5F7", "#141A23", "#F2F4F6"),
    "groove": ("#E4E8ED", "#2A3442", "#B4BDC8"),
    "grid": ("#E7EBEF", "#212A36", "#B9C1CA"),
    "axis": ("#8C97A5", "#5E6C80", "#2B343E"),
    "focus": ("#2457C5", "#9CC2FF", "#B0005A"),
    "shadow": ("#16202C", "#000000", "#000000"),
    "forward": ("#146FD0", "#3D96F6", "#0053B5"),
    "forward_on": ("#FFFFFF", "#0B1016", "#FFFFFF"),
    "forward_soft": ("#BBD3F1", "#2B4869", "#B5D3FA"),
    "forward_faint": ("#E6EFFA", "#1C2A3B", "#E4EFFD"),
    "loss": ("#8F5D0F", "#F2C14E", "#6E4600"),
    "loss_on": ("#FFFFFF", "#0F141B", "#FFFFFF"),
    "loss_soft": ("#E9D6BB", "#594F33", "#F2D9A6"),
    "loss_faint": ("#F6EEE1", "#2C2A27", "#FBF1DD"),
    "backward": ("#6A188B", "#D8B0FF", "#520578"),
    "backward_on": ("#FFFFFF", "#0F141B", "#FFFFFF"),
    "backward_soft": ("#D7C5E7", "#4C4469", "#DFC6F2"),
    "backward_faint": ("#EEE6F5", "#2E2E44", "#F3E9FA"),
    "update": ("#186230", "#6FDC8C", "#124927"),
    "update_on": ("#FFFFFF", "#0F141B", "#FFFFFF"),
    "update_soft": ("#BFE0C7", "#2C5643", "#B4E3C0"),
    "update_faint": ("#E4F0E6", "#223735", "#E3F4E7"),
    "positive": ("#1A68C8", "#5AA9FF", "#0B4DA2"),
    "negative": ("#B5480A", "#FF9A4D", "#8F3900"),
    "zero": ("#E2E6EB", "#303B4A", "#D5DAE0"),
    "grad_positive": ("#7A3FB0", "#C79BFF", "#5E2394"),
    "grad_negative": ("#237535", "#6FDC8C", "#155F27"),
    "map_positive": ("#3A7FD6", "#4C93E0", "#0F5AC2"),
    "map_zero": ("#ECEEF2", "#2A3340", "#FFFFFF"),
    "map_negative": ("#D98350", "#D1824A", "#C25300"),
    "training": ("#1A68C8", "#5AA9FF", "#0B4DA2"),
    "validation": ("#B5480A", "#FF9A4D", "#8F3900"),
    "test": ("#3C4756", "#E4EAF1", "#000000"),
    "best_marker": ("#16202C", "#EEF3F8", "#000000"),
    "flat_region": ("#FAECE4", "#332C2C", "#FBDFCB"),
    "error": ("#B3202C", "#FF8A8A", "#8E0A16"),
    "error_soft": ("#FBE9EA", "#3A2228", "#FFE3E5"),
    "warning": ("#8A5A00", "#F2C14E", "#6A4300"),
    "warning_soft": ("#FCF3DD", "#37301F", "#FFF0CC"),
    "info": ("#1F5FBF", "#7FB0FF", "#0A3D9C"),
    "info_soft": ("#E6EFFB", "#1D2B40", "#DFEAFC"),
}

# Class 0 is the negative one and class 1 the positive one, so that points and maps of two classes agree in colour.
# The others are set apart by lightness too: hue alone would not do for ten.
_CLASSES: tuple[tuple[str, ...], ...] = (
    ("#D9661F", "#1F6FD1", "#29A360", "#8E3FB8", "#C22F6B", "#0E8C9B", "#8A6D1B", "#4B3FA8", "#6B7785", "#153E2B"),
    ("#FF9A4D", "#5AA9FF", "#86EA9F", "#CFA6FF", "#FF8FBF", "#4FD3E0", "#E6CC63", "#8F8CF0", "#B4C0CE", "#3F9C74"),
    ("#B84800", "#0B4DA2", "#21834D", "#6A1FA0", "#A8004F", "#00677A", "#6B5200", "#2E2392", "#47525E", "#07301D"),
)


def _theme(column: int, name: str, *, dark: bool) -> Theme:
    colours = {role: row[column] for role, row in _TABLE.items()}
    return Theme(name=name, dark=dark, classes=_CLASSES[column], **colours)


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
