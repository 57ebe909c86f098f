"""Texts of unknown length, such as titles and names from files, where there is room for so much and no more."""


def shortened(text: str, longest: int) -> str:
    """A text of so many characters at most, with dots where it would go on."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
