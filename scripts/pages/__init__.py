"""The Library and the calculator, made into Markdown and HTML in build/docs and build/include."""
