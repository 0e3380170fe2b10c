"""What time it is in the seminar, and when each step began."""

import sys
import time
from itertools import pairwise


class Hours:
    """Counts the seminar's minutes; `minute` is the real seconds of one."""

    def __init__(self, minute: float) -> None:
        self._minute = minute
        self._began = time.monotonic()
        self.steps: list[tuple[float, str]] = []

    def now(self) -> float:
        """Minutes since the doors opened."""
        return (time.monotonic() - self._began) / self._minute

    def tell(self, sentence: str) -> None:
        """The day goes on to its next step."""
        if sentence:
            self.steps.append((self.now(), sentence))
            sys.stderr.write(f"{self.now():4.0f} min  {sentence}\n")

    def longest(self) -> tuple[float, float]:
        """From when to when the longest silence lasts: the lunch of a whole day."""
        begins = [at for at, _name in self.steps]
        return max(pairwise(begins), key=lambda span: span[1] - span[0])
