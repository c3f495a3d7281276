"""What the user said in flags or an answers file, and the plan it makes."""
