"""Plain frozen values that pass between the rooms. Nothing here reads files, knows words or asks the clock."""
