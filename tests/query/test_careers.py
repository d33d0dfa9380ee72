from __future__ import annotations

from datetime import date

import pytest

from quliu.lexicon import Lexicon
from quliu.model import Certainty
from quliu.query import find_careers
from quliu.store import Reader


@pytest.mark.parametrize("name", ["贾文灏", "文灏", " 贾文灏 ", "賈文灝"])
def test_any_form_of_the_name_finds_the_career(reader: Reader, lexicon: Lexicon, name: str) -> None:
    (career,) = find_careers(reader, name, lexicon).results
    assert career.person.name == "贾文灏"
    assert [tenure.org and tenure.org.name for tenure in career.tenures] == ["云外科技", "山海智能"]
    assert all(tenure.sources for tenure in career.tenures)


@pytest.mark.parametrize("name", ["无此人", "", "灏"])
def test_nobody_is_an_answer(reader: Reader, lexicon: Lexicon, name: str) -> None:
    answer = find_careers(reader, name, lexicon)
    assert (answer.results, answer.total) == ((), 0)


def test_as_of_keeps_what_may_have_held(reader: Reader, lexicon: Lexicon) -> None:
    (career,) = find_careers(reader, "贾文灏", lexicon, as_of=date(2024, 7, 1)).results
    assert [tenure.org and tenure.org.name for tenure in career.tenures] == ["云外科技"]
    assert career.tenures[0].certainty is Certainty.POSSIBLY


def test_known_on_forgets_what_came_later(reader: Reader, lexicon: Lexicon) -> None:
    assert find_careers(reader, "贾文灏", lexicon, known_on=date(2024, 8, 31)).total == 0
    then = find_careers(reader, "贾文灏", lexicon, known_on=date(2024, 9, 1))
    assert then.results == find_careers(reader, "贾文灏", lexicon).results


def test_as_of_leaves_out_later_moves(reader: Reader, lexicon: Lexicon) -> None:
    (before,) = find_careers(reader, "贾文灏", lexicon, as_of=date(2024, 7, 31)).results
    (during,) = find_careers(reader, "贾文灏", lexicon, as_of=date(2024, 8, 1)).results
    assert (len(before.moves), len(during.moves)) == (0, 1)
