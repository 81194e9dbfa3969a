"""content/, read, checked and made into one frozen Library."""
