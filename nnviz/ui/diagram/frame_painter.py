"""Paints what is around the network: the card, the title row, the captions, the loss node, the empty state."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nnviz.engine.training.record.phases import Work
from nnviz.ui.diagram import words
from nnviz.ui.diagram.column_fit import LINE
from nnviz.ui.diagram.lettering import LEFT, RIGHT, Lettering, compact
from nnviz.ui.diagram.painting import Painting
from nnviz.ui.diagram.places import Column, Layout
from nnviz.ui.look.look import Look
from nnviz.ui.look.numbers import short
from nnviz.ui.look.stylesheet import border_width
from nnviz.ui.names.symbols import Names
from nnviz.ui.names.translation import translate

_SMALLEST = 8.0
LARGEST_LETTER = 1.3
"""How large the L may be, of its disc's radius."""
CAPTION_PITCH = 6.0
"""On a stage, layers closer together than so many sizes of type have no names: a network beside what it does."""
CAPTION_EDGE = 8.0
"""Pixels between the card's edge and the name of a layer."""
MOST_TARGETS = 4
"""So many are written beside the class that they mean."""

_TITLE, _SENTENCE, _PLACE, _CAPTION = 22.0, 17.0, 14.0, 15.0


def paint_ground(painter: QPainter, look: Look, size: QSizeF, focused: bool) -> None:
    """The card that the diagram lies on."""
    theme = look.theme
    whole = QRectF(QPointF(), size)
    if look.bare or look.presenting:
        # It is no card among others then, but what there is to see.
        painter.fillRect(whole, look.ground())
        return
    painter.fillRect(whole, theme.colour("window"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = float(border_width(theme, look.factor))
    painter.setPen(QPen(theme.colour("focus" if focused else "card_border"), line + 0.5 if focused else line))
    painter.setBrush(theme.colour("card"))
    radius = look.px(10)
    painter.drawRoundedRect(whole.adjusted(line / 2, line / 2, -line / 2, -line / 2), radius, radius)


def paint_empty(painter: QPainter, look: Look, lettering: Lettering, size: QSizeF) -> None:
    """What stands in place of a network."""
    pixels = min(16.0 * look.factor, size.width() / 34.0)
    if pixels < 7.0:
        return
    box = QRectF(QPointF(), size)
    lettering.write(painter, box, words.empty_sentence(), "body", pixels, look.theme.colour("text_muted"))


def paint_title(painter: QPainter, painting: Painting) -> None:
    """Kind of work, a short sentence, and the place in time."""
    row, scale, write = painting.layout.title, painting.layout.scale, painting.lettering.write
    if row.isEmpty():
        return
    width = painting.lettering.width
    title = words.work_title(painting.moment)
    role = painting.work_role
    write(painter, row, title, "heading", _TITLE * scale, painting.colour(role), LEFT)
    x = row.x() + width(title, "heading", _TITLE * scale) + 12.0 * scale
    if not painting.moment.training:
        x += _paint_arrow(painter, painting, QPointF(x, row.center().y()), 13.0 * scale) + 12.0 * scale
    right, small = row.right(), max(float(painting.look.least_pixels), _PLACE * scale)
    sentence = words.sentence(painting.moment)
    if not painting.moment.training:
        # The sentence goes before the long form of the place, but not before the short one.
        for text, wanted in (
            (words.place_in_time(painting.moment), 0.9 * width(sentence, "body", _SENTENCE * scale)),
            (words.short_place_in_time(painting.moment), 60.0 * scale),
        ):
            room = width(text, "mono", small) + 20.0 * scale
            if x + wanted + room <= row.right():
                write(painter, row, text, "mono", small, painting.colour("text_muted"), RIGHT)
                right = row.right() - room
                break
    if sentence and right - x > 60.0 * scale:
        text, font = painting.lettering.fitted("body", max(10.0, _SENTENCE * scale), right - x, sentence)
        if text != sentence:
            # Half a sentence says nothing; under the diagram it stands at length.
            return
        box = QRectF(x, row.y(), right - x, row.height())
        write(painter, box, text, "body", font.pixelSize(), painting.colour("text_muted"), LEFT)


def _paint_arrow(painter: QPainter, painting: Painting, left: QPointF, size: float) -> float:
    """The direction of the work, as a triangle; the loss and the update have none. Returns how wide it is."""
    work = painting.moment.work
    if work not in (Work.FORWARD, Work.BACKWARD):
        return -12.0 * painting.layout.scale
    tip, base = (size, 0.0) if work is Work.FORWARD else (0.0, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(painting.colour(painting.work_role))
    points = [QPointF(base, -size / 2.0), QPointF(tip, 0.0), QPointF(base, size / 2.0)]
    painter.drawPolygon(QPolygonF([left + point for point in points]))
    return size


def paint_captions(painter: QPainter, painting: Painting) -> None:
    """What each column is: all hidden columns in the longest wording that fits every one of them."""
    columns, architecture = painting.layout.columns, painting.moment.record.architecture
    pixels = max(float(painting.look.least_pixels), _CAPTION * painting.layout.scale)
    if columns[0].caption.height() < 14.0 or (
        painting.look.presenting and painting.layout.pitch < CAPTION_PITCH * pixels
    ):
        return
    texts = [words.captions(column.layer, architecture) for column in columns]
    rooms = [caption_room(painting.layout, column) for column in columns]
    fitting = [
        [text for text in options if painting.lettering.width(text, "body", pixels) <= room.width()]
        for options, room in zip(texts, rooms, strict=True)
    ]
    rank = max((len(texts[layer]) - len(fitting[layer]) for layer in range(1, len(columns) - 1)), default=0)
    for layer, (column, options) in enumerate(zip(columns, fitting, strict=True)):
        hidden = 0 < layer < len(columns) - 1
        if hidden and rank < len(texts[layer]):
            text = texts[layer][rank]
        elif options:
            text = options[0]
        else:
            continue
        in_play = painting.state.units[layer].in_play
        role = painting.work_role if in_play else "text_muted"
        box = rooms[layer]
        width = painting.lettering.width(text, "body", pixels)
        # Under its units, but within the card.
        left = min(max(column.x - width / 2.0, box.left()), max(box.left(), box.right() - width))
        box = QRectF(left, box.top(), width, box.height())
        painting.lettering.write(painter, box, text, "body", pixels, painting.colour(role))


def caption_room(layout: Layout, column: Column) -> QRectF:
    """What a column's caption may cover: as far as half way to the next columns, and not the card's edge."""
    edge = min(CAPTION_EDGE, layout.size[0] / 8.0)
    card = QRectF(edge, column.caption.top(), layout.size[0] - 2.0 * edge, column.caption.height())
    return column.caption.adjusted(5.0, 0.0, -5.0, 0.0) & card


def paint_loss(painter: QPainter, painting: Painting) -> None:
    """The loss node, its number, and the targets above it."""
    place, state = painting.layout.loss, painting.state.loss
    smallest = painting.look.least_pixels if painting.look.presenting else 0.0
    known = state.batch is not None
    painter.setOpacity(1.0 if known or state.in_play else 0.5)
    width = max(1.5, min(3.0, 0.07 * place.radius)) * (1.5 if state.in_play else 1.0)
    painter.setPen(QPen(painting.colour("loss"), width))
    painter.setBrush(painting.colour("loss_faint" if state.in_play and not state.backwards else "card"))
    painter.drawEllipse(place.centre, place.radius, place.radius)
    disc = QRectF(place.centre.x() - place.radius, place.centre.y() - place.radius, 2 * place.radius, 2 * place.radius)
    painter.setOpacity(1.0)
    if place.radius >= 6.0 and (letter := max(0.72 * place.radius, smallest)) <= LARGEST_LETTER * place.radius:
        # What is not known yet is pale, but not the letter, which is to be read all the same.
        painting.lettering.write(painter, disc, "L", "title", letter, painting.colour("loss"))
    if place.value.width() >= 4.0 * place.pixels * 0.6:
        _paint_loss_numbers(painter, painting)
        _paint_targets(painter, painting)


def _paint_loss_numbers(painter: QPainter, painting: Painting) -> None:
    place, state, style = painting.layout.loss, painting.state.loss, painting.look.numbers
    if state.batch is None:
        return
    characters = painting.layout.characters
    first = state.value if state.value is not None else state.batch
    line = QRectF(place.value.x(), place.value.y(), place.value.width(), LINE * place.pixels)
    text = compact(first, style, characters).lstrip("+")
    if painting.lettering.width(text, "mono", place.pixels) > line.width() + 8.0:
        return
    painting.lettering.write(painter, line, text, "mono", place.pixels, painting.colour("text"))
    least, small = float(painting.look.least_pixels), max(float(painting.look.least_pixels), 0.8 * place.pixels)
    rest = translate("Diagram", "batch")
    if state.value is not None:
        rest += f" {compact(state.batch, style, characters).lstrip('+')}"
    below = line.translated(0.0, LINE * place.pixels)
    if (width := painting.lettering.width(rest, "mono", small)) > below.width():
        # Smaller, rather than over the edge of the card.
        small = max(least, float(int(small * below.width() / width)))
    if painting.lettering.width(rest, "mono", small) <= below.width() + 8.0:
        painting.lettering.write(painter, below, rest, "mono", small, painting.colour("text_muted"))


def _paint_targets(painter: QPainter, painting: Painting) -> None:
    pixels, lines = target_lines(painting)
    for box, text in lines:
        painting.lettering.write(painter, box, text, "mono", pixels, painting.colour("text_muted"))


def target_lines(painting: Painting) -> tuple[int, list[tuple[QRectF, str]]]:
    """The class, and the targets one under the other, and their size; where not all fit the class, or the first."""
    place, targets = painting.layout.loss, painting.state.loss.targets
    line = LINE * place.pixels
    room = int(place.targets.height() // line)
    if room < 1 or painting.moment.is_passing:
        return 0, []
    smallest = painting.look.least_pixels if painting.look.presenting else _SMALLEST
    names = Names(painting.moment.record.architecture)
    texts = [f"{names.target(unit)} = {_target(painting, float(value))}" for unit, value in enumerate(targets)]

    name = painting.names.target(targets)
    if painting.lettering.width(name, "mono", smallest) > place.targets.width():
        name = ""
    if name:
        # Of many targets all but one are 0.
        texts = [name, *texts] if len(texts) < min(room, MOST_TARGETS + 1) else [name]
    elif len(texts) > room:
        texts = [*texts[: room - 1], f"… +{len(texts) - room + 1}"]
    longest = max(painting.lettering.width(text, "mono", 1000.0) for text in texts) / 1000.0
    pixels = int(min(place.pixels, place.targets.width() / longest))
    if pixels < smallest:
        return 0, []
    top, left, width = place.targets.bottom() - len(texts) * line, place.targets.x(), place.targets.width()
    return pixels, [(QRectF(left, top + row * line, width, line), text) for row, text in enumerate(texts)]


def _target(painting: Painting, value: float) -> str:
    """A target without zeros at its end: most are 0 or 1."""
    text = short(value, painting.look.numbers)
    characters = painting.layout.characters
    return text if len(text) <= characters else compact(value, painting.look.numbers, characters).lstrip("+")
