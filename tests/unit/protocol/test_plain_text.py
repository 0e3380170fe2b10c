"""Plain texts take a short way through normalisation, to where the long one leads."""

import re

import hypothesis.strategies as st
import pytest
from hypothesis import example, given

from facilitation.protocol import text

NOTHING = re.compile("(?!)")

#: What people type, and around the borders of what counts as plain.
letters = st.text(
    st.sampled_from(
        "aZ9 \n\t\r’«»éÉœ…–—€\u00a0\u00ad\u0300\u0301\u200d\u202f\u202e\u024f\u0250\x00\x7f\x85"
    )
    | st.characters(max_codepoint=0x2100),
    max_size=20,
)


@given(letters)
@example(" \u00a0\n")
@example("\u00e9 ")
def test_the_short_way_leads_where_the_long_one_does(written: str) -> None:
    short = text.normalise(written), text.length(written)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "_PLAIN", NOTHING)
        assert short == (text.normalise(written), text.length(written))
