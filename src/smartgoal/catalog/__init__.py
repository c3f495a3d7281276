"""Field knowledge as data (TOML rows) with typed access."""
