"""Runs inside Pyodide, called by trim.mjs: find the modules that are needed, and compile them.

The browser's Python reads only bytecode of its own version, so it is made here. Nothing may be
imported at the top but what Python has already started with: it would count as needed.
"""

import sys

STDLIB = f"/lib/python{sys.version_info[0]}{sys.version_info[1]}.zip"
SOURCE, COMPILED = "/source.py", "/compiled.pyc"  # in Pyodide's own file system


def needed(
    modules: list[str], visits: list[str], figures: str, questions: list[dict[str, str]]
) -> list[str]:
    """Import the modules, answer visits and questions; list the library's files that this took."""
    for module in modules:
        __import__(module)
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


def compiled(archive: str, names: list[str], optimize: int) -> bytes:
    """Compile these files of a .zip into one of .pyc, stored as they are: HTTP packs better."""
    import io  # noqa: PLC0415  see above
    import py_compile  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    packed = io.BytesIO()
    with zipfile.ZipFile(archive) as sources, zipfile.ZipFile(packed, "w") as target:
        for name in names:
            write(SOURCE, sources.read(name))
            py_compile.compile(
                SOURCE,
                cfile=COMPILED,
                dfile=name,
                doraise=True,
                optimize=optimize,
                # No source stands beside it to be held against.
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
            target.writestr(zipfile.ZipInfo(f"{name}c"), read(COMPILED))
    return packed.getvalue()


def write(path: str, content: bytes) -> None:
    """Write a file without `pathlib`, which Python has not started with."""
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(content)


def read(path: str) -> bytes:
    """Read a file likewise."""
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()
