"""One reader a format: from a part of a source to documents, rejects, or parts that lie within it."""
