"""Surface names to entities."""
