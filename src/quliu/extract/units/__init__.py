"""Finding the units of a text, its people, organisations, roles and times, and masking its sentences by them."""
