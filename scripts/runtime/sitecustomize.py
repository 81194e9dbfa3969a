"""Runs inside Pyodide, as Python's own hook at its start: imports out of one file in memory.

`zipimport` searches and reads Pyodide's file system anew for every module, which took more than
half of the time of an import. Here the compiled modules lie in one table, read at once: the
library's beside this module, the calculator's when the worker brings them.
"""

# ruff: noqa: ANN401, ARG002, S102, S302  Python's own protocol, over bytecode that the site serves
import _imp
import marshal
import sys

TYPE_CHECKING = False  # nothing is imported here that the table below brings
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

    __loader__: Any
    ModuleSpec: Any

ModuleSpec = type(__spec__)
LIBRARY = "library.bin"  # its name within python_stdlib.zip
MAGIC: bytes = sys.modules["_frozen_importlib_external"].MAGIC_NUMBER  # of this Python's bytecode
HEADER = len(MAGIC) + 8  # and the checksum that Python's own compiled files have of their source


class Packed:
    """Finds and loads the modules of one file: by name, whether a package, and its bytecode."""

    def __init__(self, packed: bytes) -> None:
        if not packed.startswith(MAGIC):
            raise ImportError("the modules were compiled for another Python")
        table = packed[HEADER:]
        if packed[:HEADER] != head(table):
            raise ImportError("the modules are damaged")
        self.modules = marshal.loads(table)

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        """Say how to load the module of that name, or None where it is not of this file."""
        held = self.modules.get(name)
        return held and ModuleSpec(name, self, is_package=held[0])

    def create_module(self, spec: object) -> None:
        """Leave it to Python to make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code."""
        exec(marshal.loads(self.modules[module.__name__][1]), module.__dict__)


def head(table: bytes) -> bytes:
    """Make what stands before a table: Python's version, and `importlib.util.source_hash` of it."""
    return MAGIC + _imp.source_hash(int.from_bytes(MAGIC, "little"), table)


def add(packed: Any) -> None:
    """Import from this file first: JavaScript's bytes, or Python's."""
    sys.meta_path.insert(0, Packed(packed if isinstance(packed, bytes) else packed.to_bytes()))


add(__loader__.get_data(f"{__loader__.archive}/{LIBRARY}"))
