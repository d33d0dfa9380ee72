"""Words that put a post into the past or the present, or say that nobody holds it."""

from __future__ import annotations

import re

_PAST = re.compile(
    "曾|此前|之前|先前|早前|早年|过去|当时|那时|原本|历任|先后|离职前|退休前|生前"
    "|(?:加入|创立|创办|创建|进入|加盟|入职|来到|创业)[^。;]{0,14}?(?:之)?前(?![^,。;]{0,1}端)"
)
_PRESENT = re.compile("现任|现为|目前|如今|现在|今天|至今|仍|继续|依然|眼下|同时|还是|也是|一直|以来")
_NOT_HELD = re.compile(
    "不|并非|从未|没有|未曾|拒绝|如果|假如|若|将(?!近)|拟|有望|计划|希望|想|宣布|任命|聘请|聘任|委任|委派|提拔|推选|推荐|选举|邀请"
    "|晋升|调整|变更|更换|招|寻找|物色|竞选|候选|接替|接任|辞|卸任|离任|替代|取代|成为|要|认为|视|称为|誉|可以|应|身份|(?<![新智功才性效])能(?![源力量])|否认|转|改|升"
    "|由谁|命名|自称|定位|作|提名"
)
_SENTENCE_END = re.compile("[。;!?]")
_WIDE = 40  # characters before a verb, within its sentence, in which 此前 and the like still reach it


def is_denied(left: str) -> bool:
    """Tell whether words before a verb of holding say that the post is not held, only sought, or just taken up."""
    return _NOT_HELD.search(left) is not None


def is_present(left: str) -> bool:
    """Tell whether words before a verb of holding put it into the present."""
    return _PRESENT.search(left) is not None


def is_past(mask: str, at: int) -> bool:
    """Tell whether the words before a position of a sentence put what follows into the past."""
    return _PAST.search(_SENTENCE_END.split(mask[max(0, at - _WIDE) : at])[-1]) is not None


def says_past(words: str) -> bool:
    """Tell whether words themselves speak of the past."""
    return _PAST.search(words) is not None
