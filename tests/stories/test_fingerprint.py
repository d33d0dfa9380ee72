from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quliu.stories import fingerprint
from quliu.text import to_traditional

ARTICLE = (
    "星帆智能首席科学家贾明白离任\n星帆智能今天宣布,首席科学家贾明白将于月底离任。贾明白2027年加入公司。\n"
    "接替他的是易知秋,她此前负责推理加速团队。公司去年的收入是46亿元。"
)


def test_script_plays_no_part() -> None:
    one, other = fingerprint(ARTICLE), fingerprint(to_traditional(ARTICLE))
    assert (one.shingles, one.content, one.facts, one.sentences, one.keys) == (
        other.shingles,
        other.content,
        other.facts,
        other.sentences,
        other.keys,
    )


def test_furniture_plays_no_part() -> None:
    page = f"首页\n责任编辑:文小抄\n{ARTICLE}\n未经授权,禁止转载。\n页: [1]"
    assert fingerprint(page).shingles == fingerprint(ARTICLE).shingles


def test_content_is_what_everyday_texts_do_not_have() -> None:
    content = fingerprint(ARTICLE).content
    assert {"星帆", "贾明", "2027", "46"} <= content
    assert not {"公司", "科学"} & content


def test_facts_are_named_twice_or_figures() -> None:
    facts = fingerprint(ARTICLE).facts
    assert {"星帆", "贾明", "2027", "46亿"} <= facts
    assert "知秋" not in facts


def test_long_quotations_are_no_sentences() -> None:
    quoted = "“我在这家公司度过了很好的四年,感谢每一位同事,祝愿公司越来越好。”"
    print_ = fingerprint(f"{ARTICLE}\n贾明白对记者说:{quoted}")
    assert not any("祝愿" in words for words in print_.sentences)
    assert any("祝愿" in words for words in fingerprint(f"{quoted}\n{quoted}").sentences)


def test_pinyin_is_a_blemish() -> None:
    damaged = fingerprint(ARTICLE.replace("贾明白", "贾(jiǎ)明(míng)白(bái)"))
    assert damaged.blemishes > 0
    assert damaged.dirt > fingerprint(ARTICLE).dirt


def test_an_empty_text_has_no_keys() -> None:
    assert fingerprint("").keys == frozenset()
    assert fingerprint("!?").keys == frozenset()


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert fingerprint(text) == fingerprint(text)
