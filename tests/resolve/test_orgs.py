from __future__ import annotations

import pytest

from quliu.lexicon import Lexicon
from quliu.model import Mention, RawOffset, Span
from quliu.resolve import OrgMatch, resolve_org
from quliu.resolve.orgs import organisations


@pytest.mark.parametrize(
    ("name", "expected", "how"),
    [
        pytest.param("腾讯", "tencent", OrgMatch.EXACT, id="name"),
        pytest.param("tencent", "tencent", OrgMatch.EXACT, id="case"),
        pytest.param("字节", "bytedance", OrgMatch.EXACT, id="short"),
        pytest.param("「混元」团队", "tencent-hunyuan", OrgMatch.EXACT, id="quoted"),
        pytest.param("混元大模型团队", "tencent-hunyuan", OrgMatch.EXACT, id="model-team"),
        pytest.param("OpenAI团队", None, OrgMatch.UNKNOWN, id="unlisted"),
        pytest.param("谷歌公司", "google", OrgMatch.EXACT, id="company-word"),
        pytest.param("山海智能的创始团队", "shanhai", OrgMatch.EXACT, id="its-people"),
        pytest.param("千问大模型(Qwen)", "alibaba-qwen", OrgMatch.EXACT, id="bracketed"),
        pytest.param("字节跳动大模型团队 Seed", "bytedance-seed", OrgMatch.EXACT, id="latin-team"),
        pytest.param("模型算法团队Seed", "bytedance-seed", OrgMatch.EXACT, id="lone-latin-team"),
        pytest.param("阿里通义千问", "alibaba-qwen", OrgMatch.COMPOUND, id="compound"),
        pytest.param("阿里巴巴千问大模型", "alibaba-qwen", OrgMatch.COMPOUND, id="compound-model"),
        pytest.param("字节 AI Lab", "bytedance-ai-lab", OrgMatch.COMPOUND, id="ambiguous-part"),
        pytest.param("字节跳动豆包", "bytedance", OrgMatch.COMPOUND, id="work-inside"),
        pytest.param("Gemini", "deepmind", OrgMatch.WORK, id="work"),
        pytest.param("讯混元", "tencent-hunyuan", OrgMatch.RESTORED, id="lost-one"),
        pytest.param("讯混元大模型", "tencent-hunyuan", OrgMatch.RESTORED, id="lost-one-before-tail"),
        pytest.param("百川智", "baichuan", OrgMatch.RESTORED, id="lost-end"),
        pytest.param("讯", None, OrgMatch.UNKNOWN, id="one-left"),
        pytest.param("百川", None, OrgMatch.UNKNOWN, id="two-left"),
        pytest.param("AI Lab", None, OrgMatch.UNKNOWN, id="two-owners"),
        pytest.param("oogle", None, OrgMatch.UNKNOWN, id="latin-is-never-restored"),
        pytest.param("江北学", "jiangbei", OrgMatch.RESTORED, id="lost-inside"),
    ],
)
def test_name(name: str, expected: str | None, how: OrgMatch, lexicon: Lexicon) -> None:
    ref = resolve_org(name, name, lexicon)
    assert ref.how is how
    assert ref.id == expected if expected else ref.id.startswith("o-")


def test_context_settles_what_is_too_short(lexicon: Lexicon) -> None:
    assert resolve_org("讯", "讯", lexicon, beside={"tencent-hunyuan"}).id == "tencent"
    assert resolve_org("讯", "讯", lexicon, beside={"iflytek"}).id == "iflytek"
    both = resolve_org("讯", "讯", lexicon, beside={"tencent", "iflytek"})
    assert both.how is OrgMatch.UNKNOWN
    assert {"tencent", "iflytek"} <= set(both.candidates)


def test_context_settles_a_shared_name(lexicon: Lexicon) -> None:
    assert resolve_org("AI Lab", "AI Lab", lexicon, beside={"bytedance"}).id == "bytedance-ai-lab"


def test_unknown_part_of_known_company_keeps_its_own_id(lexicon: Lexicon) -> None:
    ref = resolve_org("山海智能具身实验室", "山海智能具身实验室", lexicon)
    assert (ref.parent, ref.how) == ("shanhai", OrgMatch.COMPOUND)
    assert ref.id not in lexicon.orgs


def test_an_unknown_lab_may_say_whose_it_is(lexicon: Lexicon) -> None:
    whole = resolve_org("星帆智能", "星帆智能", lexicon)
    part = resolve_org("星帆智能旗下北斗实验室", "星帆智能旗下北斗实验室", lexicon)
    assert (part.parent, part.how) == (whole.id, OrgMatch.UNKNOWN)


def test_a_longer_word_is_no_part_of_a_company(lexicon: Lexicon) -> None:
    assert resolve_org("阿里山茶叶", "阿里山茶叶", lexicon).parent is None


def test_unknown_id_ignores_spelling(lexicon: Lexicon) -> None:
    ids = {resolve_org(name, name, lexicon).id for name in ("Lanting AI", "lanting ai", "LantingAI")}
    assert len(ids) == 1


def test_surface_helps_where_the_name_does_not(lexicon: Lexicon) -> None:
    assert resolve_org("未识别", "通义千问", lexicon).id == "alibaba-qwen"


def test_a_name_beside_its_damaged_form_is_meant(lexicon: Lexicon) -> None:
    whole, damaged, other = (mention_of(name) for name in ("星帆智能", "星帆智", "云鲤智能"))
    refs = organisations(lexicon).refs([damaged, whole, other])
    assert refs[damaged] == refs[whole] != refs[other]
    assert organisations(lexicon).refs([damaged, other])[damaged].name == "星帆智"


def mention_of(name: str) -> Mention:
    return Mention(name, name, Span(RawOffset(0), RawOffset(len(name))))
