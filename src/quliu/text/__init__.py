"""Text: decoding, repair with an offset map, sentences. Knows nothing of people or organisations."""

from quliu.text.decode import decode
from quliu.text.language import detect_language
from quliu.text.mojibake import mend
from quliu.text.reading import Fix, OffsetMap, Reading
from quliu.text.repair import repair
from quliu.text.script import to_traditional
from quliu.text.sentences import find_paragraphs, find_sentences

__all__ = [
    "Fix",
    "OffsetMap",
    "Reading",
    "decode",
    "detect_language",
    "find_paragraphs",
    "find_sentences",
    "mend",
    "repair",
    "to_traditional",
]
