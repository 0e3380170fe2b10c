"""What a long trial says of itself: a line now and then."""

import sys

EVERY = 10


def tell(done: int, of: int, what: str) -> None:
    """Progress, where somebody looks on."""
    if sys.stderr.isatty() or done % EVERY == 0 or done == of:
        sys.stderr.write(f"{done}/{of}: {what}\n")
