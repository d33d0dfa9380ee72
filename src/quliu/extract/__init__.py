"""Document to claims."""
