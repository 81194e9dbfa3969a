"""In place of `dataclasses`: its plain and frozen classes, without source text compiled for each.

The delivered module writes the methods of every class as text and compiles it at every start. Here
the methods are closures over the names of the fields. What the calculator does not ask for is not
there, and asking for it fails the build.
"""

# ruff: noqa: ANN401, ARG001, N807  any class is decorated, and the functions become its methods
from typing import Any

MISSING = object()


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was to be set or deleted."""


class _Made:
    """A default that is made anew for each instance."""

    def __init__(self, factory: Any) -> None:
        self.factory = factory


def field(*, default_factory: Any) -> Any:
    """Declare a default that each instance has for itself."""
    return _Made(default_factory)


def dataclass(cls: Any = None, /, *, frozen: bool = False, slots: bool = False) -> Any:
    """Give the class its methods; slots would mean to make it twice, and are left out."""
    if cls is None:
        return lambda decorated: dataclass(decorated, frozen=frozen, slots=slots)
    names = tuple(cls.__annotations__)
    _can_be_made(cls, names)
    _can_be_compared(cls, names)
    if frozen:
        _cannot_be_changed(cls, names)
    return cls


def _can_be_made(cls: Any, names: tuple[str, ...]) -> None:
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    known = frozenset(names)
    for name, default in defaults.items():
        if isinstance(default, _Made):
            delattr(cls, name)

    def __init__(self: Any, *given: Any, **named: Any) -> None:
        values = dict(zip(names, given, strict=False))
        if len(given) > len(names) or not known.issuperset(named) or values.keys() & named.keys():
            raise TypeError(f"{cls.__name__} takes {names}, got {len(given)} and {[*named]}")
        values.update(named)
        if len(values) < len(names):
            for name in names:
                if name not in values:
                    values[name] = _default(cls, name, defaults)
        self.__dict__.update(values)

    cls.__init__ = __init__


def _default(cls: Any, name: str, defaults: dict[str, Any]) -> Any:
    default = defaults.get(name, MISSING)
    if default is MISSING:
        raise TypeError(f"{cls.__name__} was made without {name}")
    return default.factory() if isinstance(default, _Made) else default


def _can_be_compared(cls: Any, names: tuple[str, ...]) -> None:
    def values(self: Any) -> tuple[Any, ...]:
        return tuple(self.__dict__[name] for name in names)

    def __eq__(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is cls else NotImplemented

    def __repr__(self: Any) -> str:
        shown = (f"{name}={value!r}" for name, value in zip(names, values(self), strict=True))
        return f"{cls.__qualname__}({', '.join(shown)})"

    cls.__eq__, cls.__repr__, cls.__hash__ = __eq__, __repr__, None


def _cannot_be_changed(cls: Any, names: tuple[str, ...]) -> None:
    def __hash__(self: Any) -> int:
        return hash(tuple(self.__dict__[name] for name in names))

    def __setattr__(self: Any, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self: Any, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    cls.__hash__, cls.__setattr__, cls.__delattr__ = __hash__, __setattr__, __delattr__
