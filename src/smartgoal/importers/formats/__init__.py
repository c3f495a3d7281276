"""One small module per export format, declared by the columns or keys it knows."""
