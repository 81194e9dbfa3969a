"""In place of `asyncio`: nothing in the calculator waits."""

from typing import NoReturn


def get_event_loop() -> NoReturn:
    """Refuse: what asks for a loop has no place here."""
    raise RuntimeError("this Python has no event loop")
