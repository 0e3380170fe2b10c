"""Joins a page's own scripts, or styles, into one answer: a phone on a poor network asks once.

The modules stay as they are written: each becomes a function of its imports, in the order in which
a browser would run them. Comments go, texts are in the reader's language already. Anything that
this does not understand is refused loudly; nothing is guessed.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: The English texts as the browser's pages know them; joined pages need none of it.
MESSAGES: Final = "messages-en.js"

IMPORT: Final = re.compile(r'\bimport\s*(\{[^}]*\})\s*from\s*"([^"]+)";?\s*')
PASSED_ON: Final = re.compile(r'\bexport\s*(\{[^}]*\})\s*from\s*"([^"]+)";?')
LISTED: Final = re.compile(r"\bexport\s*(\{[^}]*\});?\s*(?=$|//)", re.MULTILINE)
DECLARED: Final = re.compile(
    r"^export (?=(?:async function|function|class|const) (\w+))", re.MULTILINE
)
NOT_UNDERSTOOD: Final = re.compile(r"^(?:import|export)\b", re.MULTILINE)
PAIR: Final = re.compile(r"([\w$]+)(?:\s+as\s+([\w$]+))?")
BLOCKS: Final = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
LINES: Final = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
ASIDES: Final = re.compile(r"/\*\* @\w+ [^*]*\*/ ?")
INDENT: Final = re.compile(r"^[ \t]+", re.MULTILINE)
LITERAL: Final = r'"((?:[^"\\]|\\.)*)"'
SINGLE: Final = re.compile(rf"(?<![\w$.])_\(\s*{LITERAL}")
COUNTED: Final = re.compile(rf"(?<![\w$.])n_\(\s*{LITERAL},\s*{LITERAL}")

Words = Mapping[str, str | Sequence[str]]


class CannotJoin(ValueError):
    """A module is written in a way that the joining does not know."""


@dataclass(slots=True)
class Module:
    """A module: its text, what it takes from which other, what it gives under which name."""

    text: str
    takes: list[tuple[str, str, Path]]
    gives: dict[str, str]


@dataclass(slots=True)
class Joint:
    """The modules of one page, in the order in which they run."""

    words: Words
    modules: dict[Path, Module]
    opened: list[Path]

    def add(self, file: Path) -> Path:
        """A module and, before it, all that it takes from."""
        file = file.resolve()
        if file in self.opened:
            raise CannotJoin(f"{file.name} imports itself, over others")
        if file not in self.modules:
            self.opened.append(file)
            module = self._read(file)
            self.modules[file] = module
            self.opened.pop()
        return file

    def _read(self, file: Path) -> Module:
        text = lean(file, self.words)
        takes: list[tuple[str, str, Path]] = []
        gives: dict[str, str] = {}
        for found in IMPORT.finditer(text):
            other = self.add(file.parent / found[2])
            takes += [(name, here, other) for name, here in pairs(found[1])]
        for found in PASSED_ON.finditer(text):
            other = self.add(file.parent / found[2])
            takes += [(name, name, other) for name, _ in pairs(found[1])]
            gives |= {there: name for name, there in pairs(found[1])}
        text = PASSED_ON.sub("", IMPORT.sub("", text))
        for names in LISTED.findall(text):
            gives |= {there: name for name, there in pairs(names)}
        gives |= {name: name for name in DECLARED.findall(text)}
        return Module(DECLARED.sub("", LISTED.sub("", text)).strip(), takes, gives)


def script(entry: Path, words: Words) -> str:
    """A page's script with all that it imports.

    What only one module of the page gives stands in sight of all, under its own name: then whoever
    takes it need not say so.
    """
    joint = Joint(words, {}, [])
    last = joint.add(entry)
    modules = joint.modules.values()
    wanted = {(other, name) for module in modules for name, _here, other in module.takes}
    for file, module in joint.modules.items():
        module.gives = {one: here for one, here in module.gives.items() if (file, one) in wanted}
    given = Counter(name for module in modules for name in module.gives)
    parts, numbers = [], {file: number for number, file in enumerate(joint.modules)}
    for file, module in joint.modules.items():
        understood(file, module.text)
        taken = [
            f"const {here}={name if given[name] == 1 else f'_m{numbers[other]}.{name}'};"
            for name, here, other in module.takes
            if given[name] > 1 or name != here
        ]
        if file == last:
            parts.append("".join(taken) + module.text)
            continue
        shared = [name for name in module.gives if given[name] == 1]
        own = ",".join(
            here if here == name else f"{name}:{here}" for name, here in module.gives.items()
        )
        head = (
            f"const {{{','.join(shared)}}}="
            if len(shared) == len(module.gives)
            else f"const _m{numbers[file]}="
        )
        tail = (
            "" if head.startswith("const {") else f"const {{{','.join(shared)}}}=_m{numbers[file]};"
        )
        parts.append(f"{head}(()=>{{{''.join(taken)}\n{module.text}\nreturn{{{own}}}}})();{tail}")
    return "\n".join([*parts, ""])


def style(files: Sequence[Path]) -> str:
    """Styles one after the other, without comments and indentation."""
    text = "\n".join(file.read_text("utf-8") for file in files)
    return INDENT.sub("", re.sub(r"/\*.*?\*/\n?", "", text, flags=re.DOTALL))


def lean(file: Path, words: Words) -> str:
    """A module without comments and indentation, in the reader's language; third parties' as is."""
    text = file.read_text("utf-8")
    if file.name == MESSAGES:
        return "export const messages = {};\n"
    if "vendor" in file.parts:
        return text.partition("//# sourceMappingURL")[0]
    bare = ASIDES.sub("", LINES.sub("", BLOCKS.sub("", text)))
    return translated(INDENT.sub("", bare), words)


def translated(text: str, words: Words) -> str:
    """Each text of the page replaced by its translation; plain French where there is none."""

    def single(found: re.Match[str]) -> str:
        known = words.get(json.loads(f'"{found[1]}"'))
        return f"_({written(known)}" if isinstance(known, str) else found[0]

    def counted(found: re.Match[str]) -> str:
        known = words.get(json.loads(f'"{found[1]}"'))
        if known is None or isinstance(known, str):
            return found[0]
        return f"n_({written(known[0])},{written(known[-1])}"

    return COUNTED.sub(counted, SINGLE.sub(single, text)) if words else text


def written(text: str) -> str:
    """A text as a script writes it."""
    return json.dumps(text, ensure_ascii=False)


def pairs(names: str) -> list[tuple[str, str]]:
    """What a list in braces names, and as what."""
    return [(one, other or one) for one, other in PAIR.findall(names)]


def understood(file: Path, text: str) -> None:
    """Nothing of a module may be left that only a module may say."""
    left = NOT_UNDERSTOOD.search(text)
    if left:
        raise CannotJoin(f"{file.name}: {text[left.start() : left.start() + 60]!r}")
