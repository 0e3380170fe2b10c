"""How a request came: over an encrypted line, or from this very machine.

The gate in front of the server writes it into the request's environment; nothing that the sender
says can. What is missing counts as the worse way.
"""

from collections.abc import Mapping
from typing import Any, Final

#: Set by the gate: the peer is this very machine, with no proxy in between.
HERE: Final = "tablee.here"
#: Set by the gate: the port that browsers see.
PORT: Final = "tablee.port"


def is_private(environ: Mapping[str, Any]) -> bool:
    """Whether nobody on the network could have read along."""
    return environ.get("wsgi.url_scheme") == "https" or environ.get(HERE) is True
