"""Modules that take the place of four which Python starts with in the browser and never uses.

Pyodide prepares for event loops and for installing packages, and colours its tracebacks: half the
modules of its start, and about a third of its time. The calculator answers a call with a string:
it awaits nothing, installs nothing, and its tracebacks are read by nobody. Each file here has just
what Pyodide's own start asks of the module; `scripts.runtime.stdlib` says which it replaces.
"""
