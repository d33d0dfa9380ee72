"""The command line: parse, call one query or pipeline function, render."""
