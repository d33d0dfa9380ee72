from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quliu.text import repair
from quliu.text.furniture import FurnitureKind, blank_furniture, find_furniture

ARTICLE = "星帆智能宣布,首席科学家贾明白离任。\n公司感谢他的贡献,并表示不影响业务。"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(piece.kind.value, text[piece.span.start : piece.span.end]) for piece in find_furniture(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("![]", "navigation"),
        ("发布信息", "navigation"),
        ("2031-01-03 05:20:08 · 作者: 编者甲 · 浏览: 0", "credit"),
        ("港湾日报 记者 史有据", "credit"),
        ("文丨史有据", "credit"),
        ("By Shi Youju and Bian Zhejia, Harbour Daily", "credit"),
        ("出品丨晚风科技评论", "credit"),
        ("责任编辑:史有据", "credit"),
        ("(作者史有据)", "credit"),
        ("阅读 1.2万", "credit"),
        ("免责声明:本文观点仅代表作者本人,不构成任何建议。", "disclaimer"),
        ("未经授权,禁止转载。", "disclaimer"),
        ("Copyright © 2031 Harbour Daily. All Rights Reserved", "disclaimer"),
        ("未经书面许可不得转载、摘编", "disclaimer"),
        ("京公网安备 11010100000000号", "disclaimer"),
        ("本文著作权归作者所有,谢绝转载", "disclaimer"),
        ("微信扫一扫,分享到朋友圈", "share"),
        ("扫码关注港湾日报", "share"),
        ("收藏本文", "share"),
        ("留言 12", "share"),
        ("Follow us on social media", "share"),
        ("点赞、转发、在看一键三连", "share"),
        ("标签: 大模型 人才", "tags"),
        ("页: [1] [2]", "pager"),
        ("上一篇:港湾日报早报", "pager"),
    ],
)
@pytest.mark.parametrize("place", ["{line}\n{article}", "{article}\n{line}"])
def test_line(line: str, kind: str, place: str) -> None:
    assert kinds(place.format(line=line, article=ARTICLE)) == [(kind, line)]


@pytest.mark.parametrize(
    "line",
    [
        "贾明白离任,易知秋接任首席科学家",
        "作者贾明白去年离开了星帆智能,加入青梧研究院。",
        "分享会上,贾明白宣布将离开星帆智能,加入青梧研究院。",
        "他在声明中说,自己已离开星帆智能。",
        "郑重声明:贾明白已离开星帆智能,他的言行与公司无关。",
        "2031年3月3日,贾明白离开星帆智能。",
        "Notice how Jia Mingbai left the firm in March.",
        "编辑部主任史有据离职。",
        "港湾文字著作权协会宣布,史有据出任总干事。",
        "星帆智能称,贾明白未经授权复制代码后离职,加入青梧研究院。",
        "By March, Jia Mingbai had left Xingfan for Qingwu.",
        "扫码支付公司星帆智付换帅",
        "收藏品平台星帆智藏任命贾明白为总裁",
        "留言板公司星帆智聊任命贾明白为总裁",
        "Follow-up: Xingfan names Jia Mingbai CEO",
        "## 星帆智能:贾明白离任",
        "- 贾明白:离开星帆智能",
    ],
)
def test_line_of_the_article(line: str) -> None:
    assert kinds(f"{line}\n{ARTICLE}") == []


def test_menu_needs_three_links() -> None:
    menu = "* [首发]\n* [深度](/deep)\n* [人物]\n"
    assert [kind for kind, _ in kinds(menu + ARTICLE)] == ["navigation"] * 3
    assert kinds("* [贾明白离任]\n" + ARTICLE) == []


def test_other_headlines_end_with_the_next_sentence() -> None:
    text = f"{ARTICLE}\n相关阅读\n云岭科技创始人出走\n望潮换帅\n晚风科技评论报道说,贾明白还会授课。"
    assert [piece for _, piece in kinds(text)] == ["相关阅读", "云岭科技创始人出走", "望潮换帅"]


def test_keywords_only_at_the_end() -> None:
    tags = "AI, 大模型, 星帆智能, 人才, 人工智能"
    assert kinds(f"{ARTICLE}\n{tags}\n分享到朋友圈") == [("tags", tags), ("share", "分享到朋友圈")]
    assert kinds(f"{tags}\n{ARTICLE}") == []


def test_advert_in_a_paragraph() -> None:
    advert = "云上知识库助力企业低成本打造智能客服。欢迎咨询,立即免费试用。https://ad.example/a.png"
    text = f"一年过去,人才还在流动。{advert}\n{ARTICLE}"
    assert kinds(text) == [("advert", advert)]


def test_address_in_an_article_is_no_advert() -> None:
    assert kinds("公告见公司网站https://starsail.example/news\n" + ARTICLE) == []


def test_front_matter_keeps_its_title() -> None:
    text = "---\nurl: https://a.example/1\ntitle: 贾明白离任\ndate: 2031-03-03\n---\n" + ARTICLE
    found = find_furniture(text)
    assert {piece.kind for piece in found} == {FurnitureKind.METADATA}
    assert blank_furniture(text, found).split() == ["贾明白离任", *ARTICLE.split("\n")]


def test_pager_over_two_lines_is_one_piece() -> None:
    assert kinds(f"{ARTICLE}\n页:\n[1]") == [("pager", "页:\n[1]")]


LINES = st.sampled_from(
    [
        "页:",
        "[1]",
        "* [首页]",
        "相关阅读",
        "---",
        "title: 甲",
        "免责声明",
        "他走了。",
        "",
        "https://a.example/b",
        "AI, B, C, D, E",
    ]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=12))
def test_pieces_are_in_order_and_blanking_moves_nothing(lines: list[str]) -> None:
    text = repair("\n".join(lines)).text
    found = find_furniture(text)
    ends = [(int(piece.span.start), int(piece.span.end)) for piece in found]
    assert all(start < end <= len(text) for start, end in ends)
    assert all(one[1] <= other[0] for one, other in pairwise(ends))
    blanked = blank_furniture(text, found)
    assert len(blanked) == len(text)
    assert all(new in (old, " ") for new, old in zip(blanked, text, strict=True))


def test_seeds(shared: Path) -> None:
    """Each marked span of the four seed articles is found, and nothing else is."""
    for line in (shared / "gold/seeds.jsonl").read_text("utf-8").splitlines():
        seed = json.loads(line)
        text = (shared / seed["file"]).read_text("utf-8")
        reading = repair(text)
        found = [reading.to_original(piece.span) for piece in find_furniture(reading.text)]
        marked = [(span["start"], span["end"]) for span in seed["boilerplate"]]
        for start, end in marked:
            assert any(one.start < end and start < one.end for one in found), text[start:end]
        for one in found:
            inside = text[one.start : one.end]
            assert any(one.start < end and start < one.end for start, end in marked), inside
