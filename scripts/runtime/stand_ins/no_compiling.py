"""In place of `dataclasses`: its plain and frozen classes, without source text compiled for each.

The delivered module writes the methods of every class as text and compiles it at every start. Here
the methods are closures over the names of the fields. What the calculator does not ask for is not
there, and asking for it fails the build.
"""

# ruff: noqa: ANN401, ARG001, N807  any class is decorated, and the functions become its methods
from typing import Any

FIELDS = "__match_args__"  # where the delivered module keeps the names as well
_GIVEN = ("__dict__", "__weakref__")  # what a class has once it is made


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
    """Give the class its methods; one with slots is made anew for them."""
    if cls is None:
        return lambda decorated: dataclass(decorated, frozen=frozen, slots=slots)
    names = tuple(cls.__annotations__)
    own = {name: value for name, value in vars(cls).items() if name not in _GIVEN}
    defaults = {name: own.pop(name) for name in names if name in own}
    for name, default in defaults.items():
        if isinstance(default, _Made):
            delattr(cls, name)
    if slots:
        cls = type(cls)(cls.__name__, cls.__bases__, {**own, "__slots__": names})
    setattr(cls, FIELDS, names)
    _can_be_made(cls, names, defaults)
    _can_be_compared(cls, names)
    if frozen:
        _cannot_be_changed(cls, names)
    return cls


def replace(instance: Any, /, **changes: Any) -> Any:
    """Make the same instance anew with some of its fields changed."""
    kept = {name: getattr(instance, name) for name in getattr(instance, FIELDS)}
    return instance.__class__(**{**kept, **changes})


def _can_be_made(cls: Any, names: tuple[str, ...], defaults: dict[str, Any]) -> None:
    put = object.__setattr__  # past the one that refuses

    def __init__(self: Any, *given: Any, **named: Any) -> None:
        if named or len(given) != len(names):  # else, as mostly, all are given by their place
            given = _in_place(cls, names, defaults, given, named)
        for name, value in zip(names, given, strict=True):
            put(self, name, value)

    cls.__init__ = __init__


def _in_place(
    cls: Any,
    names: tuple[str, ...],
    defaults: dict[str, Any],
    given: tuple[Any, ...],
    named: dict[str, Any],
) -> tuple[Any, ...]:
    rest = names[len(given) :]
    if len(given) > len(names) or not named.keys() <= {*rest}:
        raise TypeError(f"{cls.__name__} takes {names}, got {len(given)} and {[*named]}")
    return (*given, *(_filled(cls, name, defaults, named) for name in rest))


def _filled(cls: Any, name: str, defaults: dict[str, Any], named: dict[str, Any]) -> Any:
    if name in named:
        return named[name]
    if name not in defaults:
        raise TypeError(f"{cls.__name__} was made without {name}")
    default = defaults[name]
    return default.factory() if isinstance(default, _Made) else default


def _can_be_compared(cls: Any, names: tuple[str, ...]) -> None:
    def values(self: Any) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in names)

    def __eq__(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is cls else NotImplemented

    def __repr__(self: Any) -> str:
        shown = (f"{name}={value!r}" for name, value in zip(names, values(self), strict=True))
        return f"{cls.__qualname__}({', '.join(shown)})"

    cls.__eq__, cls.__repr__, cls.__hash__ = __eq__, __repr__, None


def _cannot_be_changed(cls: Any, names: tuple[str, ...]) -> None:
    def __hash__(self: Any) -> int:
        return hash(tuple(getattr(self, name) for name in names))

    def __setattr__(self: Any, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self: Any, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    cls.__hash__, cls.__setattr__, cls.__delattr__ = __hash__, __setattr__, __delattr__
