"""All that is billed on one day, held against NCCI: a room above the rules, loaded when asked."""
