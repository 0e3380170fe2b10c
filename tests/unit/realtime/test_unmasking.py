"""What a browser masked comes back byte for byte, whichever piece of a frame it is."""

import hypothesis.strategies as st
from hypothesis import given

from facilitation.concurrency.sockets import unmask


def one_by_one(content: bytes, mask: bytes, offset: int) -> bytes:
    """As RFC 6455 puts it, section 5.3."""
    return bytes(byte ^ mask[(offset + place) % 4] for place, byte in enumerate(content))


@given(st.binary(max_size=200), st.binary(min_size=4, max_size=4), st.integers(0, 70_000))
def test_a_piece_of_a_frame_is_unmasked_as_the_standard_says(content, mask, offset) -> None:
    expected = one_by_one(content, mask, offset)
    assert unmask(content, tuple(mask), len(content), offset) == expected
    assert unmask(content, mask, offset=offset) == expected
