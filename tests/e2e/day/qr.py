"""Reads a small QR code from its picture, module by module, as a camera would (ISO/IEC 18004,
versions 2 and 3, bytes, without correcting errors).
"""

import re
from collections.abc import Callable, Iterator

Grid = list[list[bool]]

#: Which modules each mask turns over, by row and column.
MASKS: list[Callable[[int, int], bool]] = [
    lambda i, j: (i + j) % 2 == 0,
    lambda i, _j: i % 2 == 0,
    lambda _i, j: j % 3 == 0,
    lambda i, j: (i + j) % 3 == 0,
    lambda i, j: (i // 2 + j // 3) % 2 == 0,
    lambda i, j: (i * j) % 2 + (i * j) % 3 == 0,
    lambda i, j: ((i * j) % 2 + (i * j) % 3) % 2 == 0,
    lambda i, j: ((i + j) % 2 + (i * j) % 3) % 2 == 0,
]
BYTES = 0b0100
#: By modules and level of correction, where the bytes are dealt out in two blocks: bytes in each.
DEALT = {(29, 0b11): 17, (29, 0b10): 13}


def address_in(svg: str) -> str:
    """The text that the picture holds."""
    grid = _grid(svg)
    assert len(grid) in (25, 29), f"version not read here: {len(grid)} modules"
    mask = MASKS[_number(grid[8][2:5]) ^ 0b101]
    bits = [grid[i][j] != mask(i, j) for i, j in _path(len(grid))]
    if each := DEALT.get((len(grid), _number(grid[8][:2]) ^ 0b10)):
        bits = _together(bits[: 16 * each])
    assert _number(bits[:4]) == BYTES
    count = _number(bits[4:12])
    return bytes(_number(bits[at : at + 8]) for at in range(12, 12 + 8 * count, 8)).decode()


def _together(bits: list[bool]) -> list[bool]:
    """The bytes of two blocks, one block after the other again."""
    dealt = [bits[at : at + 8] for at in range(0, len(bits), 8)]
    return [bit for byte in dealt[::2] + dealt[1::2] for bit in byte]


def _number(bits: list[bool]) -> int:
    return int("".join("1" if bit else "0" for bit in bits), 2)


def _grid(svg: str) -> Grid:
    """The dark modules: horizontal strokes, drawn from one relative move to the next."""
    view = re.search(r'viewBox="0 0 (\d+) \d+"', svg)
    drawn = re.search(r'd="M([\d.]+) ([\d.]+)([^"]*)"', svg)
    assert view is not None
    assert drawn is not None
    x, y = int(drawn[1]), int(float(drawn[2]))
    border, size = y, int(view[1]) - 2 * y
    grid = [[False] * size for _row in range(size)]
    for move, right, down in re.findall(r"(h|m)(-?\d+)(?: ?(-?\d+))?", drawn[3]):
        if move == "h":
            grid[y - border][x - border : x - border + int(right)] = [True] * int(right)
        x, y = x + int(right), y + int(down or 0)
    return grid


def _path(size: int) -> Iterator[tuple[int, int]]:
    """The data modules in order: pairs of columns from the right, up and down in turn."""
    columns = [*range(size - 1, 6, -2), *range(5, 0, -2)]
    for turn, column in enumerate(columns):
        rows = range(size) if turn % 2 else range(size - 1, -1, -1)
        for row in rows:
            for one in (column, column - 1):
                if not _structural(row, one, size):
                    yield row, one


def _structural(row: int, column: int, size: int) -> bool:
    """Finders with their format, timing, alignment."""
    corner = (row < 9 and (column < 9 or column >= size - 8)) or (row >= size - 8 and column < 9)
    alignment = size - 9 <= row <= size - 5 and size - 9 <= column <= size - 5
    return corner or alignment or 6 in (row, column)
