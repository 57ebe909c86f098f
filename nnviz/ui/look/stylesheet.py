"""The style sheet of the whole application, made from a theme and a type size.

It sets neither fonts nor the colour of labels: those come from ``Look``, so that a widget's own choice is never
overruled. What a widget is, it says by a property: ``surface`` (card, bar, window, plain), and ``kind`` of a
button (primary, quiet, segment, square) or of a field (value).
"""

from string import Template

from nnviz.resources import resource
from nnviz.ui.look.theme import Theme

_SURFACES = Template("""
QMainWindow, QDialog, QWidget[surface="window"] { background: $ground; }
QWidget[surface="bar"] { background: $card; border: none; border-bottom: ${line}px solid $card_border; }
QFrame[surface="card"] { background: $card; border: $card_line; border-radius: ${r10}px; }
QWidget[surface="plain"] { background: transparent; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget[surface="plain"] { background: transparent; border: none; }
QScrollArea[kind="reached"] { border: ${line}px solid transparent; border-radius: ${r6}px; }
QScrollArea[kind="reached"]:focus { border-color: $focus; }
QMainWindow::separator { background: $ground; width: ${p12}px; height: ${p12}px; }
QMainWindow::separator:hover { background: $accent_soft; }
QDockWidget { color: $text; }
QDockWidget::title { background: $window; padding: ${p4}px ${p8}px; text-align: left; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $accent_soft; }
QToolTip { background: $text; color: $card; border: none; padding: ${p6}px ${p8}px; }
QStatusBar { background: $card; color: $text_muted; }
QStatusBar::item { border: none; }
""")

_BUTTONS = Template("""
QPushButton, QToolButton {
  background: $control; color: $text; border: ${line}px solid $control_border; border-radius: ${r8}px;
  padding: ${p6}px ${p14}px; min-height: ${p22}px; outline: none;
}
QToolButton { padding: ${p6}px; }
QPushButton:hover, QToolButton:hover { background: $control_hover; }
QPushButton:pressed, QToolButton:pressed { background: $control_pressed; }
QPushButton:checked, QToolButton:checked { background: $accent_soft; border-color: $accent; color: $accent; }
QPushButton:focus, QToolButton:focus { border: ${ring}px solid $focus; padding: ${p6r}px ${p14r}px; }
QToolButton:focus { padding: ${p6r}px; }
QPushButton:disabled, QToolButton:disabled {
  background: $control_disabled; color: $text_faint; border-color: $card_border;
}
QPushButton[kind="primary"] { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: ${ring}px solid $text; }
QPushButton[kind="primary"]:disabled {
  background: $control_disabled; color: $text_faint; border-color: $card_border;
}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
  background: transparent; border-color: transparent;
}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $control_hover; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border-color: $focus; }
QPushButton[kind="square"] {
  padding: 0px; min-width: ${square}px; max-width: ${square}px; min-height: ${square}px; max-height: ${square}px;
}
QPushButton[kind="square"]:focus {
  padding: 0px; min-width: ${squarer}px; max-width: ${squarer}px; min-height: ${squarer}px; max-height: ${squarer}px;
}
QPushButton[kind="segment"] {
  background: transparent; border: ${line}px solid transparent; border-radius: ${r6}px; color: $text_muted;
  padding: ${p3}px ${p10}px; min-height: ${p20}px;
}
QPushButton[kind="segment"]:hover { color: $text; background: $control_hover; }
QPushButton[kind="segment"]:checked { background: $accent_soft; color: $accent; border-color: $accent; }
QPushButton[kind="segment"]:disabled { color: $text_faint; background: transparent; border-color: transparent; }
QPushButton[kind="segment"]:focus { border: ${ring}px solid $focus; padding: ${p3r}px ${p10r}px; }
/* What is in the accent's colour anyway: a ring of that colour would be none. */
QPushButton:checked:focus, QToolButton:checked:focus, QPushButton[kind="segment"]:checked:focus { border-color: $text; }
""")

_FIELDS = Template("""
QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QTextEdit {
  background: $control; color: $text; border: ${line}px solid $control_border; border-radius: ${r8}px;
  padding: ${p4}px ${p8}px; selection-background-color: $accent; selection-color: $accent_text;
  placeholder-text-color: $text_muted;
}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $focus; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {
  background: $control_disabled; color: $text_faint; border-color: $card_border;
}
QLineEdit[kind="value"] { border-color: transparent; background: transparent; padding: 0px; }
QLineEdit[kind="value"]:focus { border-color: $focus; background: $control; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit {
  border: none; background: transparent; padding: 0px ${p8}px;
}
QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {
  border: none; background: transparent; width: ${p20}px;
}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$up"); width: ${p12}px; height: ${p12}px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$down"); width: ${p12}px; height: ${p12}px; }
QComboBox {
  combobox-popup: 0; /* a list under the box, as long as it needs to be, not a menu over it */
  background: $control; color: $text; border: ${line}px solid $control_border; border-radius: ${r8}px;
  padding: ${p5}px ${p10}px; min-height: ${p22}px;
}
QComboBox:hover { background: $control_hover; }
QComboBox:focus { border: ${ring}px solid $focus; padding: ${p5r}px ${p10r}px; }
QComboBox:disabled { background: $control_disabled; color: $text_faint; border-color: $card_border; }
QComboBox::drop-down { border: none; width: ${p26}px; }
QComboBox::down-arrow { image: url("$down"); width: ${p16}px; height: ${p16}px; }
QComboBox QAbstractItemView {
  background: $card; color: $text; border: ${line}px solid $control_border; padding: ${p4}px; outline: none;
  selection-background-color: $accent; selection-color: $accent_text;
}
QComboBox QAbstractItemView::item { min-height: ${p30}px; padding: 0px ${p8}px; }
QCheckBox, QRadioButton { color: $text; spacing: ${p8}px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_faint; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${p18}px; height: ${p18}px; border: ${line}px solid $text_faint; background: $control;
}
QCheckBox::indicator { border-radius: ${r5}px; }
QRadioButton::indicator { border-radius: ${r10}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator:checked {
  background: $accent_text; border: ${p5}px solid $accent; width: ${p10}px; height: ${p10}px;
}
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: ${ring}px solid $focus; }
QCheckBox::indicator:disabled { background: $control_disabled; border-color: $control_border; }
QSlider::groove:horizontal { height: ${p4}px; border-radius: ${r2}px; background: $groove; }
QSlider::sub-page:horizontal { height: ${p4}px; border-radius: ${r2}px; background: $accent; }
QSlider::handle:horizontal {
  width: ${p16}px; height: ${p16}px; margin: -${p6}px 0px; border-radius: ${p8}px; background: $accent;
}
QProgressBar {
  background: $groove; border: none; border-radius: ${r4}px; color: $text; text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: ${r4}px; }
""")

_LISTS = Template("""
QMenuBar { background: $card; color: $text; }
QMenuBar::item { padding: ${p5}px ${p10}px; background: transparent; border-radius: ${r6}px; }
QMenuBar::item:selected { background: $control_hover; }
QMenu { background: $card; color: $text; border: ${line}px solid $control_border; padding: ${p6}px; }
QMenu::item { padding: ${p6}px ${p26}px ${p6}px ${p10}px; border-radius: ${r6}px; }
QMenu::icon { padding-left: ${p8}px; }
QMenu::item:selected { background: $accent; color: $accent_text; }
QMenu::item:disabled { color: $text_faint; }
QMenu::separator { height: ${line}px; background: $card_border; margin: ${p5}px ${p6}px; }
QTabWidget::pane { border: none; background: transparent; }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
  background: transparent; color: $text_muted; padding: ${p6}px ${p10}px; border: none;
  border-bottom: ${p3}px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar { outline: none; }
QTabBar::tab:selected:focus { background: $accent_soft; color: $text; border-bottom-color: $focus; }
QTabBar QToolButton { padding: 0px; min-height: ${p16}px; background: $card; }
QAbstractItemView {
  background: $card; color: $text; alternate-background-color: $control_hover; gridline-color: $grid;
  selection-background-color: $accent; selection-color: $accent_text; border: ${line}px solid $card_border;
}
QAbstractItemView:focus { border: ${line}px solid $focus; }
QHeaderView::section { background: $card; color: $text_muted; border: none; padding: ${p4}px ${p8}px; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: ${p2}px; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: ${p2}px; }
QScrollBar::handle { background: $control_border; border-radius: ${r4}px; }
QScrollBar::handle:vertical { min-height: ${p30}px; }
QScrollBar::handle:horizontal { min-width: ${p30}px; }
QScrollBar::handle:hover { background: $text_faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
""")

_SQUARE = 36
_LENGTHS = (2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 26, 30)
_RADII = (2, 4, 5, 6, 8, 10)


def stylesheet(theme: Theme, scale: float, presenting: bool = False) -> str:
    """Return the style sheet in a theme, lengths multiplied by ``scale``; a stage is one surface, without cards."""
    line = border_width(theme, scale)
    ring = ring_width(theme, scale)
    lengths = {f"p{n}": max(1, round(n * scale)) for n in _LENGTHS}
    # A focused control's border is thicker; its padding gives way, so that nothing moves.
    shrunk = {f"p{n}r": max(0, lengths[f"p{n}"] - (ring - line)) for n in (3, 5, 6, 10, 14)}
    check = "check-black" if theme.dark else "check-white"
    names: dict[str, object] = {
        **{role: value for role, value in vars(theme).items() if isinstance(value, str)},
        **lengths,
        **shrunk,
        **{f"r{n}": max(1, round(n * scale)) for n in _RADII},
        "line": line,
        "ground": theme.card if presenting else theme.window,
        "card_line": "none" if presenting else f"{line}px solid {theme.card_border}",
        # The content of a square button: its side without the borders.
        "square": round(_SQUARE * scale) - 2 * line,
        "squarer": round(_SQUARE * scale) - 2 * ring,
        "ring": ring,
        "up": _picture("chevron-up"),
        "down": _picture("chevron-down"),
        "check": _picture(check),
    }
    return "".join(part.substitute(names) for part in (_SURFACES, _BUTTONS, _FIELDS, _LISTS))


def _picture(name: str) -> str:
    return resource("icons", "style", f"{name}.svg").as_posix()


def border_width(theme: Theme, scale: float) -> int:
    """How wide the borders of cards and controls are, in pixels: a projector swallows thin ones."""
    return max(2, round(1.5 * scale)) if theme.name == "projector" else max(1, round(scale))


def ring_width(theme: Theme, scale: float) -> int:
    """How wide the ring is around what has the keyboard, in pixels."""
    return border_width(theme, scale) + max(1, round(scale))
