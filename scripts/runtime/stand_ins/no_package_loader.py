"""In place of `pyodide._package_loader`: nothing is installed, the calculator comes as a .zip."""

from site import getsitepackages


class Folder:
    """A path, of which Pyodide asks only the text."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = Folder(getsitepackages()[0])
DSO_DIR = Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Called once the lock file is read; nothing was installed before."""
