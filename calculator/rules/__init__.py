"""The billing rules, one a file: facts in, `Explained` out."""
