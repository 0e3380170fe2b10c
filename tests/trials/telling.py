"""What a long trial says of itself: a line now and then."""

import sys

EVERY = 10


def tell(done: int, of: int, what: str) -> None:
    """Progress, where somebody looks on."""
    if sys.stderr.isatty() or done % EVERY == 0 or done == of:
        print(f"{done}/{of}: {what}", file=sys.stderr, flush=True)
