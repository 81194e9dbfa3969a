"""In place of `pyodide.webloop`: there is no event loop to set up."""


def _initialize_event_loop() -> None:
    """Called when `pyodide` is imported."""
