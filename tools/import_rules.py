"""Import rules of our own for import-linter: layers on the standard library alone, libraries that
stay in one place, parts that stay strangers.
"""

import sys
from collections.abc import Iterable, Iterator

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ROOT_PACKAGE = "facilitation"


def _covers(packages: Iterable[str], module: str) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def _third_party(graph: ImportGraph, module: str) -> Iterator[str]:
    """Yield what a module imports from neither the project nor the standard library."""
    for imported in graph.find_modules_directly_imported_by(module):
        top = imported.split(".")[0]
        if top != ROOT_PACKAGE and top not in sys.stdlib_module_names:
            yield imported


class _DirectImports(Contract):
    """What both rules share: a list of offending (importer, imported) pairs, shown with line
    numbers.
    """

    def _offences(self, graph: ImportGraph) -> Iterator[tuple[str, str]]:
        raise NotImplementedError

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Look at every direct import of the project; `verbose` changes nothing here."""
        found = [
            f"{importer} -> {imported} (l. {self._lines(graph, importer, imported)})"
            for importer, imported in sorted(self._offences(graph))
        ]
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print one line per offending import."""
        for line in check.metadata["found"]:
            output.print_error(f"- {line}")

    @staticmethod
    def _lines(graph: ImportGraph, importer: str, imported: str) -> str:
        details = graph.get_import_details(importer=importer, imported=imported)
        return ", ".join(str(detail["line_number"]) for detail in details)


class StandardLibraryOnly(_DirectImports):
    """The packages named import nothing that pip would have to install."""

    packages = fields.ListField(subfield=fields.StringField())

    def _offences(self, graph: ImportGraph) -> Iterator[tuple[str, str]]:
        for module in graph.modules:
            if _covers(self.packages, module):  # type: ignore[arg-type]  # the field holds the list
                yield from ((module, imported) for imported in _third_party(graph, module))


class OnlyIn(_DirectImports):
    """The libraries named are imported by the packages named and by nobody else."""

    libraries = fields.ListField(subfield=fields.StringField())
    packages = fields.ListField(subfield=fields.StringField())

    def _offences(self, graph: ImportGraph) -> Iterator[tuple[str, str]]:
        for module in graph.modules:
            if _covers([ROOT_PACKAGE], module) and not _covers(self.packages, module):  # type: ignore[arg-type]
                for imported in _third_party(graph, module):
                    if _covers(self.libraries, imported):  # type: ignore[arg-type]
                        yield module, imported


class Strangers(_DirectImports):
    """The packages named do not import the others named; a package that does not exist yet breaks
    nothing.
    """

    packages = fields.ListField(subfield=fields.StringField())
    others = fields.ListField(subfield=fields.StringField())

    def _offences(self, graph: ImportGraph) -> Iterator[tuple[str, str]]:
        for module in graph.modules:
            if _covers(self.packages, module):  # type: ignore[arg-type]
                for imported in graph.find_modules_directly_imported_by(module):
                    if _covers(self.others, imported):  # type: ignore[arg-type]
                        yield module, imported
