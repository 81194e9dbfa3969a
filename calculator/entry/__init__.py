"""What other programs and people hand in, read or refused."""
