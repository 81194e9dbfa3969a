"""Write tests/vectors/ anew: `python -m tests.oracle.cases.write`, in the root, once built."""

from tests.oracle.cases.written import FOLDER, files


def main() -> None:
    """Write every file of cases; the schema beside them is written by hand."""
    for name, text in files():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
