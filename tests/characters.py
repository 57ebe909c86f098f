"""The characters that property tests write with."""

from hypothesis import strategies as st

WRITABLE = st.characters(exclude_categories=["Cs"])
"""All that any file can hold. Told by their kind: by a codec, each of a million would be tried first."""
