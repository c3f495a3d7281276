"""One module per command: arguments in, a room called, a view out."""
