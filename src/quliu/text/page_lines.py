"""What kind of line a line of an article is: sentence, byline or furniture of the page."""

from __future__ import annotations

import re

from quliu.text.forms import fold_forms
from quliu.text.pinyin import find_pinyin
from quliu.text.script import HAN, to_simplified

__all__ = ["ACCOUNT", "REPORT", "REPORTER", "is_byline", "is_furniture", "is_prose", "plain_line"]

_SPACES = re.compile(r"\s+")
_MARKS = re.compile(r"^(?:[#>]+ *|[-*] +)|\*\*+|[\u200b-\u200f\ufeff]")
_NAME = rf"(?:[{HAN}]{{2,4}}|[A-Z][a-z]+(?: [A-Z][a-z]+)+)"
REPORTER = re.compile(
    rf"(?P<outlet>[{HAN}A-Za-z0-9][{HAN}\w·]{{1,13}}?)(?P<gap> ?)(?:特约|见习|首席|实习|驻外)?记者"
    rf"(?P<sign>[ :丨|/]*)"
    rf"{_NAME}(?:[ 、|/,]+{_NAME})*(?: ?\S{{2,6}}(?:报道|摄))?"
)
ACCOUNT = re.compile(r"(?P<outlet>\S{2,12}) ?[|丨] ?公众号.*")
REPORT = re.compile(rf"(?P<outlet>[{HAN}A-Za-z0-9]{{2,10}})报道")
_FURNITURE = frozenset(
    {
        "发布信息",
        "首页",
        "正文",
        "新闻",
        "快讯",
        "资讯",
        "新闻中心",
        "新闻资讯",
        "相关内容",
        "查看全部",
        "返回",
    }
    | {
        "返回首页",
        "登录",
        "注册",
        "登录/注册",
        "分享",
        "分享到",
        "收藏",
        "打印",
        "导航",
        "原创",
        "头条",
        "要闻",
    }
    | {"文章", "文章详情", "详情", "关注", "订阅", "搜索", "菜单", "广告", "下载app", "打开app", "阅读原文"}
    | {"扫一扫", "字号", "科技", "财经", "home", "news", "menu", "share", "subscribe", "sign in", "log in"}
    | {"search", "advertisement", "skip to content", "read more", "technology", "business"}
)
_BYLINE = re.compile(
    r"(?:作者|来源|文章来源|稿源|编辑|责编|责任编辑|编译|校对|图源|图片来源|出品|记者|本报记者|发布(?:时间|日期)?"
    r"|时间|日期|浏览|阅读|公众号|原文链接|撰文|翻译|整理)[ :丨|/]|[文图] ?[丨|/:]"
    r"|[(]?(?:by|source|published|posted|updated|date|url)\b[ :]",
    re.IGNORECASE,
)
_NO_WORDS = re.compile(r"!\[[^\]]*\](?:\([^)]*\))?|https?://\S+|[\W\d_]+")
_LONG_CHARS = 60
_LONG_LATIN_CHARS = 120


def plain_line(line: str) -> str:
    """Return a line in simplified script and folded forms, single spaces kept, without markup and pinyin."""
    line = _SPACES.sub(" ", fold_forms(_MARKS.sub("", line)))
    parts, kept = [], 0
    for start, end in find_pinyin(line):
        parts.append(line[kept:start])
        kept = end
    return to_simplified("".join([*parts, line[kept:]])).strip()


def is_prose(line: str) -> bool:
    """Tell whether a plain line is a sentence of the article, or more than one."""
    if line.endswith(("。", "。”", "。)", ",", "、")) or (len(line) > _LONG_CHARS and "。" in line):
        return True
    return len(line) > _LONG_LATIN_CHARS or (len(line) > _LONG_CHARS and line.endswith((".", '."', ".”")))


def is_furniture(line: str) -> bool:
    """Tell whether a plain line belongs to the page, not to the article: navigation, an image, a rule."""
    return line.lower() in _FURNITURE or _NO_WORDS.sub("", line) == ""


def is_byline(line: str) -> bool:
    """Tell whether a plain line tells who wrote or published the article."""
    return (
        _BYLINE.match(line) is not None
        or ACCOUNT.fullmatch(line) is not None
        or REPORT.fullmatch(line) is not None
        or REPORTER.fullmatch(line) is not None
    )
