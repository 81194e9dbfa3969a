"""What the site costs: times, bytes and rates, each beside what it is held against."""
