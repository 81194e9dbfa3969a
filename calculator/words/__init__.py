"""What the field talks about: fixed words, minutes, money, units, claim lines, reasons."""
