"""Modules that take the place of those which cost Python most at its start in the browser.

Pyodide prepares for event loops, for installing packages and for taking code apart, and colours
its tracebacks: half the modules of its start, and about a third of its time. The calculator answers
a call with a string: it awaits nothing, installs nothing, and its tracebacks are read by nobody.
Each file here has just what is asked of the module; `scripts.runtime.stdlib` says which it
replaces.
"""
