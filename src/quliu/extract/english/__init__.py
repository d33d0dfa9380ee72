"""English documents: reading moves from text that is mostly English."""

from quliu.extract.english.reader import EnglishReader, is_english

__all__ = ["EnglishReader", "is_english"]
