"""Writes, or checks, the files that derive from others: protocol, JavaScript, translations."""

from pathlib import Path

from tools import i18n, protocol


def run(root: Path, *, check: bool) -> list[str]:
    """The files that were not fresh; written anew unless only checked."""
    wanted = {root / name: text.encode() for name, text in protocol.files().items()}
    stale = []
    for path, content in (wanted | i18n.generated()).items():
        if path.exists() and path.read_bytes() == content:
            continue
        stale.append(str(path.relative_to(root)))
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return stale
