"""Our own import rules bite: each is shown an import it must refuse and one it must let through."""

import pytest
from grimp import ImportGraph

from tools.import_rules import OnlyIn, StandardLibraryOnly, Strangers


def graph(*imports: tuple[str, str]) -> ImportGraph:
    made = ImportGraph()
    for importer, imported in imports:
        for module in (importer, imported):
            if module not in made.modules:
                made.add_module(module)
        made.add_import(
            importer=importer, imported=imported, line_number=7, line_contents=f"import {imported}"
        )
    return made


def offences(rule: type, options: dict[str, object], *imports: tuple[str, str]) -> list[str]:
    contract = rule(name="rule", session_options={}, contract_options=options)
    return contract.check(graph(*imports), verbose=False).metadata["found"]


PURE = {"packages": ["facilitation.domain"]}
ASYNC = {"libraries": ["eventlet"], "packages": ["facilitation.concurrency"]}
CLIENT = {"packages": ["facilitation.rehearsal"], "others": ["facilitation.store"]}


@pytest.mark.parametrize(
    ("rule", "options", "importer", "imported"),
    [
        (StandardLibraryOnly, PURE, "facilitation.domain.ballots", "msgspec"),
        (OnlyIn, ASYNC, "facilitation.web.api", "eventlet"),
        (OnlyIn, ASYNC, "facilitation.web.api", "eventlet.green.socket"),
        (Strangers, CLIENT, "facilitation.rehearsal.people", "facilitation.store.engine"),
    ],
)
def test_a_forbidden_import_is_named_with_its_line(rule, options, importer, imported) -> None:
    assert offences(rule, options, (importer, imported)) == [f"{importer} -> {imported} (l. 7)"]


@pytest.mark.parametrize(
    ("rule", "options", "importer", "imported"),
    [
        (StandardLibraryOnly, PURE, "facilitation.domain.ballots", "dataclasses"),
        (StandardLibraryOnly, PURE, "facilitation.domain.ballots", "facilitation.domain.core"),
        (StandardLibraryOnly, PURE, "facilitation.domains", "msgspec"),
        (OnlyIn, ASYNC, "facilitation.concurrency", "eventlet"),
        (Strangers, CLIENT, "facilitation.service.room", "facilitation.store.engine"),
    ],
)
def test_an_allowed_import_passes(rule, options, importer, imported) -> None:
    assert offences(rule, options, (importer, imported)) == []
