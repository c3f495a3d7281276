"""Results of the rooms as lines for the terminal."""
