from __future__ import annotations

import csv
import io
import json
import re

import pytest

from tests.cli.conftest import Quliu, answer_of

CITATION = {
    *("claim", "stance", "document", "title", "publisher", "url", "published_on", "known_on", "evidence"),
    *("status", "confidence", "when", "attributed_to", "kind", "rule", "story", "rank"),
    *("named_by", "publisher_evidence", "reposted_by", "dated_by", "date_evidence", "published_within"),
}


def test_moves_as_json(quliu: Quliu) -> None:
    answer = answer_of(quliu("moves", "--org", "山海青鸟", "--side", "out", "--json"))
    assert set(answer) == {"query", "results", "total"}
    assert (answer["query"]["org"], answer["query"]["side"], answer["total"]) == ("山海青鸟", "out", 1)
    (move,) = answer["results"]
    assert move["out"]["org"] == {"id": "qingniao", "name": "山海青鸟"}
    assert move["when"] == {"start": "2025-02-01", "end": "2025-05-01"}
    (source,) = move["sources"]
    assert set(source) == CITATION
    assert source["evidence"]["text"] == "甄有才已不再担任青鸟团队负责人。"
    assert (source["publisher"], source["published_on"]) == ("犀牛周报", "2025-05-20")


def test_every_row_of_the_table_names_its_sources(quliu: Quliu) -> None:
    lines = quliu("moves").stdout.splitlines()
    for person, source in (("甄有才", "犀牛周报"), ("贾文灏", "海带新闻"), ("甄不走", "传闻")):
        (line,) = (line for line in lines if line.startswith(person))
        assert source in line


def test_the_table_is_honest_about_time_and_denials(quliu: Quliu) -> None:
    printed = quliu("moves").stdout
    assert "2025-02..04" in printed
    assert "disputed" in printed
    assert re.search("against: [0-9a-f]{10} 海带新闻", printed)


def test_csv_has_one_line_a_move(quliu: Quliu) -> None:
    rows = list(csv.DictReader(io.StringIO(quliu("moves", "--format", "csv").stdout)))
    (row,) = (row for row in rows if row["person"] == "甄有才")
    assert (row["from_org"], row["from_role"], row["when_start"]) == ("山海青鸟", "负责人", "2025-02-01")
    assert row["urls"] == "https://example.org/qingniao"


def test_markdown_has_footnoted_sources(quliu: Quliu) -> None:
    printed = quliu("moves", "--format", "md").stdout
    assert "| 贾文灏 | 云外科技 技术联创 | 山海智能 | 2024-08 | reported | [^" in printed
    assert "]: 犀牛周报, 《青鸟换帅》, 2025-05-20 <https://example.org/qingniao>: “甄有才" in printed


def test_parquet_is_not_there_yet(quliu: Quliu) -> None:
    result = quliu("moves", "--format", "parquet")
    assert result.exit_code == 2
    assert "csv" in result.stderr


def test_json_and_another_format_exclude_each_other(quliu: Quliu) -> None:
    assert quliu("moves", "--json", "--format", "csv").exit_code == 2


def test_a_limit_tells_what_it_left_out(quliu: Quliu) -> None:
    result = quliu("moves", "--limit", "1", "--json")
    answer = json.loads(result.stdout)
    assert (len(answer["results"]), answer["total"]) == (1, 4)
    assert "1 of 4" in result.stderr


def test_an_unknown_group_is_usage(quliu: Quliu) -> None:
    result = quliu("moves", "--group", "南山双雄")
    assert result.exit_code == 2
    assert "北山双雄" in result.stderr


def test_nothing_found_is_an_answer(quliu: Quliu) -> None:
    result = quliu("moves", "--org", "查无此司")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no such move" in result.stderr


@pytest.mark.parametrize("name", ["贾文灏", "文灏", "賈文灝"])
def test_who_as_json(quliu: Quliu, name: str) -> None:
    answer = answer_of(quliu("who", name, "--json"))
    assert answer["query"] == {"name": name, "as_of": None, "known_on": None}
    (career,) = answer["results"]
    assert set(career) == {"person", "names", "tenures", "moves"}
    assert [tenure["org"]["name"] for tenure in career["tenures"]] == ["云外科技", "山海智能"]
    assert all(set(source) == CITATION for tenure in career["tenures"] for source in tenure["sources"])


def test_who_as_a_table(quliu: Quliu) -> None:
    printed = quliu("who", "贾文灏").stdout
    assert "云外科技" in printed
    assert "海带新闻" in printed


def test_nobody_is_an_honest_answer(quliu: Quliu) -> None:
    result = quliu("--json", "who", "无此人")
    assert answer_of(result)["results"] == []
    assert "nobody called 无此人 is known" in result.stderr


def test_org_on_two_days(quliu: Quliu) -> None:
    def people(day: str) -> list[tuple[str, str]]:
        (picture,) = answer_of(quliu("org", "山海青鸟", "--as-of", day, "--json"))["results"]
        return [(tenure["person"]["name"], tenure["certainty"]) for tenure in picture["people"]]

    assert people("2024-10-01") == [("甄有才", "possibly")]
    assert "吴中生" in dict(people("2025-03-15"))


def test_org_as_a_table(quliu: Quliu) -> None:
    printed = quliu("org", "山海智能").stdout
    for heading in ("People", "Left", "Leadership", "Teams with people"):
        assert heading in printed


def test_show_takes_the_id_of_a_table(quliu: Quliu) -> None:
    row = next(line for line in quliu("moves").stdout.splitlines() if line.startswith("甄有才"))
    printed = quliu("show", row.split()[-2]).stdout
    assert "【甄有才已不再担任青鸟团队负责人。】" in printed
    assert "move: person 甄有才, out 青鸟团队 负责人" in printed


def test_no_claim_is_an_answer(quliu: Quliu) -> None:
    result = quliu("show", "0123456789")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no claim" in result.stderr
