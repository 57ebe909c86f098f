"""What a page cannot show."""

from nnviz.said import Said


class PageError(Exception):
    """A network that does not fit a page; its text is one line for the user."""

    def __init__(self, text: Said) -> None:
        super().__init__(text)
        self.text = text
