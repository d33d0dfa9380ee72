"""The sample newsroom: short articles written for this project about people and firms that do not exist.

`newsroom.toml` says what each of them is there to show. Only data and where it lies; nothing is read here.
"""

from importlib.resources import files
from pathlib import Path

__all__ = ["newsroom_path"]


def newsroom_path() -> Path:
    """Return the folder of the bundled articles: plain text, Markdown and one file of JSON lines."""
    return Path(str(files(__name__) / "newsroom"))
