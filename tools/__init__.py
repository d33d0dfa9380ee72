"""Commands for those who work on quliu: rebuild learned files, generate reference pages."""
