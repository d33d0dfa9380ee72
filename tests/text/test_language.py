from __future__ import annotations

from pathlib import Path

import pytest

from quliu.model import Language
from quliu.text import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("张甲从 OpenNova AI Lab 离职。", Language.HANS),
        ("張甲從 OpenNova 離職，加入另一家公司。", Language.HANT),
        ("Jane Roe (罗简) has left OpenNova, a person familiar with the matter said.", Language.ENGLISH),
        ("Roe joins Novum", Language.ENGLISH),
        ("田中さんは会社を辞めました。", Language.OTHER),
        ("Сотрудник ушёл из компании", Language.OTHER),
        ("La directrice de la recherche a quitté le laboratoire et la ville", Language.OTHER),
        ("12345 !?", Language.OTHER),
        ("", Language.OTHER),
    ],
)
def test_detect_language(text: str, language: Language) -> None:
    assert detect_language(text) is language


def test_seeds(shared: Path) -> None:
    found = [
        detect_language(path.read_text(encoding="utf-8")) for path in sorted((shared / "seeds").glob("*.txt"))
    ]
    assert found == [Language.HANS, Language.HANT, Language.HANS, Language.HANS]
