"""`python -m bench.themes FOLDER`: how good suggested themes are, and how long they take.

FOLDER holds CSV files with the columns `text` and `theme`, the theme given by people. From each are
drawn, always the same, 60 statements of seven themes and 300 of eighteen (three times each), and up
to a thousand. Told are the adjusted mutual information (0: chance, 1: as people did), B-cubed F1,
the number of themes, how many names share a word with those of people, how many statements keep
their theme when a tenth more arrive, and the time of each size, of arrivals and a second look.
"""

import argparse
import csv
import math
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from facilitation.insight.corpus import Corpus
from facilitation.insight.sentences import Encoder, encoder
from facilitation.insight.stopwords import Language
from facilitation.insight.themes import Suggestion, Wishes, suggest
from facilitation.insight.words import stems

DRAWS: Final = ((60, 7), (60, 7), (60, 7), (300, 18), (300, 18), (300, 18), (1000, 1000))
SIZES: Final = (60, 300, 1_000, 2_000, 5_000)
ARRIVALS: Final = 100

Task = tuple[list[str], list[str]]


def filed(folder: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The statements of each file with their themes."""
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        if rows and {"text", "theme"} <= rows[0].keys():
            yield path.stem, [(row["text"], row["theme"]) for row in rows if row["theme"]]


def draw(rows: Sequence[tuple[str, str]], count: int, themes: int, seed: int) -> Task:
    """So many statements of so many themes, each of at least five."""
    chance = random.Random(seed)
    sizes = Counter(theme for _, theme in rows)
    large = sorted(theme for theme, size in sizes.items() if size >= 5)
    chosen = set(chance.sample(large, min(themes, len(large))))
    pool = [row for row in rows if row[1] in chosen]
    drawn = chance.sample(pool, min(count, len(pool)))
    return [text for text, _ in drawn], [theme for _, theme in drawn]


def grouped(
    texts: Sequence[str], engine: Encoder | None, language: Language
) -> tuple[Corpus, Suggestion]:
    """The suggestion for these texts, from scratch."""
    corpus = Corpus(language, None, engine)
    corpus.put_all({f"{place:06d}": text for place, text in enumerate(texts)})
    return corpus, suggest(corpus)


def labels(found: Suggestion) -> list[str]:
    """One label for each text: the nearest theme for those outside of all."""
    nearest = {key: group or "none" for key, group in found.outside.items()}
    return [group for _, group in sorted({**found.labels(), **nearest}.items())]


def table(one: Sequence[str], other: Sequence[str]) -> "np.ndarray":
    """How many statements each pair of groups shares."""
    rows = np.unique(list(one), return_inverse=True)[1]
    columns = np.unique(list(other), return_inverse=True)[1]
    counts = np.zeros((rows.max() + 1, columns.max() + 1))
    np.add.at(counts, (rows, columns), 1)
    return counts


def bcubed(counts: "np.ndarray") -> float:
    """B-cubed F1 (A. Bagga and B. Baldwin, 1998)."""
    squares = counts**2
    precision = (squares / counts.sum(1, keepdims=True)).sum() / counts.sum()
    recall = (squares / counts.sum(0, keepdims=True)).sum() / counts.sum()
    return float(2 * precision * recall / (precision + recall))


def mutual(counts: "np.ndarray") -> float:
    """Adjusted mutual information (N. X. Vinh, J. Epps and J. Bailey, 2010), arithmetic mean."""
    total = counts.sum()
    rows, columns = counts.sum(1), counts.sum(0)
    share = counts / total
    where = share > 0
    chance = np.outer(rows, columns)[where] / total**2
    found = float((share[where] * np.log(share[where] / chance)).sum())
    expected = _expected(rows, columns, total)
    most = (_entropy(rows / total) + _entropy(columns / total)) / 2
    return (found - expected) / (most - expected) if most > expected else 1.0


def _entropy(share: "np.ndarray") -> float:
    return float(-(share * np.log(share)).sum())


def _expected(rows: "np.ndarray", columns: "np.ndarray", total: float) -> float:
    """The mutual information of two groupings of these sizes by chance (hypergeometric)."""
    logs = np.array([math.lgamma(number + 1) for number in range(int(total) + 1)])
    added = 0.0
    for row in rows.astype(int):
        for column in columns.astype(int):
            both = np.arange(max(1, row + column - int(total)), min(row, column) + 1)
            odds = logs[row] + logs[column] + logs[int(total) - row] + logs[int(total) - column]
            odds = odds - logs[int(total)] - logs[both] - logs[row - both] - logs[column - both]
            odds = odds - logs[int(total) - row - column + both]
            gain = both / total * np.log(total * both / (row * column))
            added += float((gain * np.exp(odds)).sum())
    return added


def hits(corpus: Corpus, wanted: Sequence[str]) -> float:
    """The share of people’s own groups whose name shares a word with that of people."""
    placed = {f"{place:06d}": theme for place, theme in enumerate(wanted)}
    named = suggest(corpus, Wishes(placed=placed)).groups
    told = [(group.key, f"{group.name.title} {group.name.subtitle}") for group in named]
    language = corpus.language
    return sum(
        not set(stems(theme, language)).isdisjoint(stems(name, language)) for theme, name in told
    ) / len(told)


def kept(texts: Sequence[str], engine: Encoder | None, language: Language) -> float:
    """The share of statements that keep their theme when a tenth more arrive."""
    old = len(texts) * 10 // 11
    corpus, first = grouped(texts[:old], engine, language)
    for place, text in enumerate(texts[old:]):
        corpus.put(f"new{place}", text)
    after = suggest(corpus, Wishes(before=first.labels())).labels()
    before = first.labels()
    return sum(after.get(key) == group for key, group in before.items()) / len(before)


def quality(folder: Path, engine: Encoder | None, language: Language) -> None:
    """One line for each file and size, and the mean."""
    every: defaultdict[str, list[tuple[float, ...]]] = defaultdict(list)
    for name, rows in filed(folder):
        for seed, (count, themes) in enumerate(DRAWS):
            texts, wanted = draw(rows, count, themes, seed)
            if len(texts) < min(count, 50):
                continue
            corpus, found = grouped(texts, engine, language)
            counts = table(labels(found), wanted)
            every[f"{name} {count}"].append(
                (mutual(counts), bcubed(counts), len(found.groups), len(set(wanted)),
                 len(found.outside) / len(texts), kept(texts, engine, language),
                 hits(corpus, wanted))
            )  # fmt: skip
    means = {name: np.mean(lines, 0) for name, lines in every.items()}
    if means:
        means["mean"] = np.mean(list(means.values()), 0)
    for name, told in means.items():
        print(
            "{:28s} AMI {:.3f}  B3 {:.3f}  themes {:4.1f} (people {:4.1f})  outside {:.0%}"
            "  kept {:.0%}  names {:.0%}".format(name[:28], *told)
        )


def speed(folder: Path, engine: Encoder | None, language: Language) -> None:
    """Seconds of processor for each size; beyond the texts there are, halves of two are joined."""
    texts = list(dict.fromkeys(text for _, rows in filed(folder) for text, _ in rows))
    chance = random.Random(0)
    chance.shuffle(texts)
    real = [text.split() for text in texts]
    while len(texts) < SIZES[-1] + ARRIVALS:
        one, other = chance.choice(real), chance.choice(real)
        texts.append(" ".join(one[: len(one) // 2] + other[len(other) // 2 :]))
    grouped(texts[-50:], engine, language)
    for size in SIZES:
        began = time.process_time()
        corpus, found = grouped(texts[:size], engine, language)
        print(f"{size:5d} from scratch {time.process_time() - began:.2f} s")
    began = time.process_time()
    for place, text in enumerate(texts[size : size + ARRIVALS]):
        corpus.put(f"new{place}", text)
    each = (time.process_time() - began) / ARRIVALS
    began = time.process_time()
    suggest(corpus, Wishes(before=found.labels()))
    again = time.process_time() - began
    print(f"an arrival among {size} {each * 1000:.1f} ms, a fresh suggestion {again:.2f} s")


def main() -> int:
    """Measure the engine asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lang", choices=["fr", "en"], default="fr")
    parser.add_argument("--words-only", action="store_true")
    asked = parser.parse_args()
    engine = None if asked.words_only else encoder()
    print("words and sentences" if engine else "words alone")
    quality(asked.folder, engine, asked.lang)
    speed(asked.folder, engine, asked.lang)
    return 0


if __name__ == "__main__":
    sys.exit(main())
