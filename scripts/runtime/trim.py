"""Runs inside Pyodide, called by trim.mjs: find the modules that are needed, and compile them.

The browser's Python reads only bytecode of its own version, so it is made here. Nothing may be
imported at the top but what Python has already started with: it would count as needed.
"""

import sys

STDLIB = f"/lib/python{sys.version_info[0]}{sys.version_info[1]}.zip"
SOURCE, COMPILED = "/source.py", "/compiled.pyc"  # in Pyodide's own file system
# Nobody reads the library's docstrings; the calculator's classes look for theirs.
STRIPPED, WHOLE = 2, 0
HEADER = 16  # bytes of a compiled file before its code


def needed(
    modules: list[str], visits: list[str], figures: str, questions: list[dict[str, str]]
) -> list[str]:
    """Import the modules, answer visits and questions; list the library's files that this took."""
    for name in modules:
        __import__(name)
    door, bundle = sys.modules["calculator.door"], sys.modules["calculator.reference.bundle"]
    reference = bundle.load(figures)
    for visit in visits:
        door.evaluate(visit, reference, "../")
    for asked in questions:
        room = sys.modules[asked["module"]]
        getattr(room, asked["name"])(asked["question"], room.load(asked["tables"]), "../")
    origins = (getattr(module.__spec__, "origin", None) for module in [*sys.modules.values()])
    inside = f"{STDLIB}/"
    return sorted({o.removeprefix(inside) for o in origins if o and o.startswith(inside)})


def library(names: list[str], hook: bytes, table: str) -> bytes:
    """Pack the library: as files what Python starts with, in a table what its hook then brings."""
    import io  # noqa: PLC0415  see above
    import zipfile  # noqa: PLC0415

    before = sys.modules["sitecustomize"].BEFORE
    first = [name for name in names if module(name) in before]
    packed = io.BytesIO()
    # Stored as they are: HTTP packs better.
    with zipfile.ZipFile(STDLIB) as sources, zipfile.ZipFile(packed, "w") as target:
        parts = {name: sources.read(name) for name in first} | {"sitecustomize.py": hook}
        for name, source in parts.items():
            target.writestr(zipfile.ZipInfo(f"{name}c"), compiled(name, source, STRIPPED))
        later = [name for name in names if name not in parts]
        target.writestr(zipfile.ZipInfo(table), tabled(STDLIB, later, STRIPPED))
    return packed.getvalue()


def tabled(archive: str, names: list[str], optimize: int) -> bytes:
    """Compile these files of a .zip into the table that sitecustomize.py reads."""
    import marshal  # noqa: PLC0415  see above
    import zipfile  # noqa: PLC0415
    from importlib.util import MAGIC_NUMBER, source_hash  # noqa: PLC0415

    with zipfile.ZipFile(archive) as sources:
        files = {name: compiled(name, sources.read(name), optimize) for name in names}
    modules = {
        module(name): (name.endswith("/__init__.py"), file[HEADER:]) for name, file in files.items()
    }
    table = marshal.dumps(modules)
    return MAGIC_NUMBER + source_hash(table) + table


def module(name: str) -> str:
    """Name the module in a file: `json.decoder` for `json/decoder.py`."""
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def compiled(name: str, source: bytes, optimize: int) -> bytes:
    """Compile one file."""
    import py_compile  # noqa: PLC0415  see above

    write(SOURCE, source)
    py_compile.compile(
        SOURCE,
        cfile=COMPILED,
        dfile=name,
        doraise=True,
        optimize=optimize,
        # No source stands beside it to be held against.
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    return read(COMPILED)


def write(path: str, content: bytes) -> None:
    """Write a file without `pathlib`, which Python has not started with."""
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(content)


def read(path: str) -> bytes:
    """Read a file likewise."""
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()
