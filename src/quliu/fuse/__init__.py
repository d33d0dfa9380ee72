"""Claims to tenures."""
