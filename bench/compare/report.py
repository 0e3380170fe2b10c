"""What was measured, as Markdown tables: medians, and ratios of the pairs that ran side by side."""

import sys
from statistics import median

from bench.compare.phases import Bar, Phase
from bench.compare.swarm import Figures


def show(phase: Phase, measured: dict[str, list[Figures]], seconds: float) -> bool:
    """Print a phase; whether its bars are met."""
    first = phase.contenders[0]
    lines = [f"\n**{phase.title}** ({len(measured[first])} runs, {seconds:.0f} s)\n"]
    lines += _row(["", *phase.figures])
    lines += _row(["---", *("---:" for _ in phase.figures)])
    for name, runs in measured.items():
        lines += _row([name, *(_number(_median(runs, one)) for one in phase.figures)])
    lines.append("")
    verdicts = [_verdict(bar, measured, first) for bar in phase.bars if _there(bar, measured)]
    lines += [text for text, _met in verdicts]
    missing = sum(run.get("missing", 0) for runs in measured.values() for run in runs)
    if missing:
        lines.append(f"- MISSED: {missing} acknowledged posts are missing")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
    return not missing and all(met for _text, met in verdicts)


def _there(bar: Bar, measured: dict[str, list[Figures]]) -> bool:
    return not bar.against or bar.against in measured


def _verdict(bar: Bar, measured: dict[str, list[Figures]], first: str) -> tuple[str, bool]:
    if bar.against:
        pairs = zip(measured[first], measured[bar.against], strict=True)
        value = median(ours[bar.figure] / theirs[bar.figure] for ours, theirs in pairs)
        what = f"{bar.figure}, {first} / {bar.against}"
    else:
        value = _median(measured[first], bar.figure)
        what = f"{bar.figure}, {first}"
    met = bar.met(value)
    word = "met" if met else "MISSED"
    return f"- {what}: **{value:.2f}** (bar {bar.sense} {bar.limit:g}: {word})", met


def _median(runs: list[Figures], figure: str) -> float:
    return float(median(run[figure] for run in runs))


def _row(cells: list[str]) -> list[str]:
    return ["| " + " | ".join(cells) + " |"]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
