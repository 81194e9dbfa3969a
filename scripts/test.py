"""Build, see to a browser and servers, then give way to pytest, whose closing line ends it all."""

import os
import subprocess
import sys

from scripts import browser, servers


def main() -> None:
    """Run the suite, or the part of it named by the arguments, which are pytest's own."""
    built = subprocess.call([sys.executable, "-m", "scripts.build"])
    if built:
        raise SystemExit(built)
    browser.need()
    servers.need()
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *sys.argv[1:]])  # noqa: S606


if __name__ == "__main__":
    main()
