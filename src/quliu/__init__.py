"""quliu: who joined, who left, since when, and according to whom."""
