"""What `tools/fuzz.py` is made of: hostile values, damage to files, and the doors they are thrown at."""
