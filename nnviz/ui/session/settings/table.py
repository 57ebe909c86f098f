"""Every setting of an experiment, part by part.

Adding one is adding a row to the table of its part: the panel draws it, a search finds it, it can be set back.
"""

from __future__ import annotations

from types import MappingProxyType

from nnviz.ui.session.settings.data_table import DATA
from nnviz.ui.session.settings.fault_table import FAULTS
from nnviz.ui.session.settings.network_table import NETWORK
from nnviz.ui.session.settings.setting import Section, Setting
from nnviz.ui.session.settings.training_table import TRAINING

SECTIONS: tuple[Section, ...] = (DATA, NETWORK, TRAINING, FAULTS)
"""The parts, in the order of the panel."""

SETTINGS: MappingProxyType[str, Setting] = MappingProxyType(
    {row.key: row for section in SECTIONS for row in (*section.first, *section.more)}
)
"""The settings, by key, in the order of the panel."""

NAMES_BESIDE: MappingProxyType[str, str] = MappingProxyType(
    {row.key: row.beside for row in SETTINGS.values()}
    | {field: named for row in SETTINGS.values() for field, named in row.also}
)
"""What fields are called over a side of a comparison, before translation; "" where they have no name for that."""


def found_settings(query: str) -> frozenset[str]:
    """The keys of the settings in which a search finds each of its words: in title, field, explanation or choices."""
    words = query.casefold().split()
    found = []
    for section in SECTIONS:
        for row in (*section.first, *section.more):
            text = "\n".join([section.title, *row.searched_texts()]).casefold()
            if all(word in text for word in words):
                found.append(row.key)
    return frozenset(found)
