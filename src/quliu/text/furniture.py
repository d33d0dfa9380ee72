"""What of a text is not the article: menus, bylines, credits, disclaimers, share prompts, adverts.

Works on a reading text. The text itself stays whole: what is found are spans, which no engine reads for
claims and a page shows dimmed. A line is judged by its own words, or by the lines around it; nothing is known
of any site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quliu.model.span import ReadOffset, ReadSpan
from quliu.text.page_lines import is_byline, is_furniture, is_prose

__all__ = ["Furniture", "FurnitureKind", "blank_furniture", "find_furniture"]


class FurnitureKind(StrEnum):
    """What a piece of a page is there for."""

    NAVIGATION = "navigation"
    CREDIT = "credit"
    DISCLAIMER = "disclaimer"
    SHARE = "share"
    TAGS = "tags"
    PAGER = "pager"
    RELATED = "related"
    METADATA = "metadata"
    ADVERT = "advert"


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of the page that is no part of the article."""

    span: ReadSpan
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something on it: where it stands, and its text without marks of lists and headings."""

    start: int
    end: int
    words: str
    listed: bool


_LINE = re.compile(r"[^\n]+")
_MARKS = re.compile(r" *(?:(?:[#>]+|[-*+•]|\d{1,2}\.(?=\[)) *)*")
_ITEM = re.compile(r" *(?:[-*+•] |\[)")
_LONGEST = 200  # characters of a line that its first words can make furniture
_LINK = re.compile(r"[!#*+ ]*\[[^\]\n]{0,60}\](?:\([^)\n]*\))?[ |]*")
_FRONT = re.compile(r"\s*---[ \t]*\n(?:[^\n]{0,2000}\n){0,40}?---[ \t]*(?=\n|\Z)")
_TITLE_ENTRY = re.compile(r"^title: *(\S.*)$", re.MULTILINE)
_DISCLAIMER = re.compile(
    r"[(【\[]?(?:免责(?:声明|条款)|特别声明|版权(?:声明|所有|归)|法律声明|译文声明|风险提示|温馨提示|(?:重要|郑重)?声明[:：][^。]{0,30}(?:本文|本站|本号|转载|版权|观点|内容|图片|文章|未经|仅供|侵权|素材|平台))"
    r"|[^。]{0,40}(?:未经(?:授权|许可|允许|同意|书面)[^。]{0,16}(?:转载|不得|禁止|严禁|请勿|谢绝|摘编|镜像|追究)|严禁转载|禁止转载|谢绝转载|转载(?:请|须|需)|如[若需有](?:转载|授权|侵权)|侵权(?:请|必|联系)|不构成[^。]{0,8}建议"
    r"|仅代表(?:作者|个人|其)|仅供参考|版权所有|著作权(?:归|属|由|均|及|法|声明|所有)|ICP[备证]|公(?:安|网安)备|举报(?:电话|邮箱|专区)|备案号)"
    r"|(?:Copyright|©|\(c\) ?\d{4})|.{0,80}All Rights Reserved|本(?:文|站|平台|网站?)(?:为|由|系|所|仅|提|转载|翻译|内容|不)[^。]{0,60}(?:原创|转载|翻译自|观点|授权|提供|版权|素材|发布)"
    r"|(?:Notice|Disclaimer|Note): (?:The|This|All|Any)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:分享(?:到|至|给)|微信扫一扫|扫一扫|扫码(?:关注|添?加|进|入|下载|查看|阅读|识别|分享|观看|咨询|领取|即可|\W|\Z)|扫描?(?:下方|上方|左侧|右侧|二维码)|长按|识别(?:下方|图中)?二维码|打开微信|[*~←→↓↑👇 ]*点击(?:下方|上方|下图|上图|左下|右上|关注|蓝字|阅读原文|这里|此处)|点个?(?:赞|在看|三连)"
    r"|(?:欢迎|敬请|请)?(?:关注|订阅)(?:我们|公众号|本号|微信|官方|该)|喜欢(?:本文|这篇|就)|好看你就|觉得(?:本文|不错|有用)|轻触阅读|预览时标签|继续滑动|向上滑动|使用(?:小程序|完整服务)|知道了|轻点两下"
    r"|阅读(?:原文|推荐)|(?:听过|留言区?|在看|收藏(?:本[文站页]|夹)?)(?:\W|\Z)|赞\Z|商务合作|投稿(?:请|邮箱|须知)|联系我们|关于我们|加入(?:我们|收藏|我的)|下载(?:APP|客户端)|打开(?:APP|客户端)|展开(?:更多|全文)|查看(?:更多|全部|原文)"
    r"|(?:follow (?:us|on|our)|share (?:this|on)|subscribe|sign up|read more|click here|download the app)\b)",
    re.IGNORECASE,
)
_TAGS = re.compile(
    r"(?:本文)?(?:标签|关键[词字]|关键字|话题|tags?|keywords?)[ :：丨|]|(?:#[^#\s]{1,20}#? *){2,}\Z",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"(?:\[?\d{1,3}\]? *)+")
_TAG_LIST = re.compile(r"[^,，、;；。!?:：\n]{1,16}(?:[,，、] ?[^,，、;；。!?:：\n]{1,16}){4,}")
_PAGER = re.compile(
    r"页:?(?: *\[?\d+\]?)*\Z|(?:上|下|前|后)一?(?:页|篇)(?:[ :：].*)?\Z|第? ?\d+ ?/ ?\d+ ?页?\Z|\[?\d{1,3}\](?: *\[\d{1,3}\])*\Z"
)
_RELATED = re.compile(
    r"\W*(?:相关(?:阅读|推荐|文章|内容|新闻|热文|报道|资讯|链接)|推荐阅读|热门(?:推荐|文章|资讯|视频)|猜你喜欢|你可能(?:感兴趣|喜欢)(?:的)?|最新(?:文章|资讯|新闻)|TA的文章|更多(?:阅读|精彩|文章|推荐)|往期(?:回顾|推荐|精选|文章)|延伸阅读|大家都在看|内容精选|今日热榜"
    r"|related (?:articles|posts|stories|news)|more (?:from|stories|news|on)|read next|you may also like|recommended|most (?:read|popular)|trending)(?:的)?\W{0,6}(?:查看(?:全部|更多))?\W*\Z",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"(?:阅读|浏览|评论|点赞|收藏|转发|字数|人气|热度|点击|已被查看|views?|likes?|comments?)\W{0,4}(?:量|数)?\W{0,4}\d[\d,.万k]*\W*次?\W*\Z|[\d,.+]{1,9}万?\Z",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(（]?(?:作者|责任?编辑?|责编|审[校核]|校对|编辑|排版|图源|图片(?:来源)?|题图|头图|封面|视觉|摄影|本文来源|文章来源|来源|稿源|微信公众号|公众号|出品|撰文|文章?作者)[ :：丨|/][^。]{0,40}[)）]?\Z"
)
_SIGNED = re.compile(r"[(（](?:作者|记者|文|编辑|责任?编辑?|来源|图)[^()（）。]{1,24}[)）]")
_DATED = re.compile(
    r"(?:\d{4}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日?(?:[ T]?\d{1,2}:\d{2}(?::\d{2})?)?)(?: *[·|丨,/-]? *(?:(?:作者|来源|浏览|阅读|评论|责编|编辑|记者|点击|发布|by ).{0,60})?)",
    re.IGNORECASE,
)
# By March she had left the firm. Sources close to it confirmed this.
_LATIN_SENTENCE = re.compile(r"(?:[A-Za-z0-9$'’-]+[,;]? ){5,}[^|:]*[a-z]{2}[.!?][”\"]?")
_URL = re.compile(r"https?://[!-~]+")
# Words with which things are praised and sold; a sentence with two of them beside an address sells something.
_SELLS = re.compile(
    "无缝|助力|低成本|打造|一站式|难题|咨询|优惠|免费|试用|官网|领先|专业|首选|口碑|值得信赖|客服|营销|解决方案|服务商|价格|热线|好品质|粉丝|觊觎|青睐|性价比|欢迎|购买|下单|立即|正品|厂家|定制|品牌|客户|渠道|落地|智能化|轻松|高效|赋能|同行"
)
_SENTENCE = re.compile(r"[^。!?\n]*(?:[。!?]+[”’)]*|\Z)")
_LEAST_SELLING = 2
_MENU = 3  # so many lines in a row that are nothing but links are a menu


def find_furniture(text: str) -> tuple[Furniture, ...]:
    """Return what of a reading text is not the article, from left to right, in time linear in its length."""
    lines = [_line(hit) for hit in _LINE.finditer(text) if hit.group().strip()]
    front = _FRONT.match(text)
    found = list(_metadata(text, front)) if front else []
    body = [line for line in lines if not front or line.start >= front.end()]
    kinds = [_kind_of(line) for line in body]
    _mark_menus(body, kinds)
    _mark_pagers(body, kinds)
    _mark_related(body, kinds)
    _mark_tail(body, kinds)
    found.extend(_piece(line.start, line.end, kind) for line, kind in zip(body, kinds, strict=True) if kind)
    for line, kind in zip(body, kinds, strict=True):
        if kind is None:
            found.extend(_adverts(text, line))
    return tuple(_merged(text, _joined(found)))


def blank_furniture(text: str, furniture: Sequence[Furniture]) -> str:
    """Return the text with spaces in place of the furniture; every other character stays where it is."""
    parts, kept = [], 0
    for piece in furniture:
        parts.append(text[kept : piece.span.start])
        parts.append(re.sub("[^\n]", " ", text[piece.span.start : piece.span.end]))
        kept = piece.span.end
    parts.append(text[kept:])
    return "".join(parts)


def _piece(start: int, end: int, kind: FurnitureKind) -> Furniture:
    return Furniture(ReadSpan(ReadOffset(start), ReadOffset(end)), kind)


def _line(hit: re.Match[str]) -> _Line:
    line = hit.group()
    marks = _MARKS.match(line)
    begin = marks.end() if marks else 0
    return _Line(
        start=hit.start() + len(line) - len(line.lstrip()),
        end=hit.start() + len(line.rstrip()),
        words=line[begin:].strip(" *_|"),
        listed=_ITEM.match(line) is not None,
    )


def _metadata(text: str, front: re.Match[str]) -> Iterator[Furniture]:
    """Yield the front matter of a text but for its title, which is the article's."""
    title = _TITLE_ENTRY.search(text, 0, front.end())
    first = front.start() + len(front.group()) - len(front.group().lstrip())
    if title is None:
        yield _piece(first, front.end(), FurnitureKind.METADATA)
        return
    yield _piece(first, title.start(1), FurnitureKind.METADATA)
    yield _piece(title.end() + 1, front.end(), FurnitureKind.METADATA)


def _kind_of(line: _Line) -> FurnitureKind | None:
    """Return what a line by itself shows to be; None where it may be of the article."""
    words = line.words
    if not words or is_furniture(words):
        return FurnitureKind.NAVIGATION
    if _PAGER.match(words):
        return FurnitureKind.PAGER
    if len(words) <= _LONGEST and _DISCLAIMER.match(words):
        return FurnitureKind.DISCLAIMER
    if is_prose(words):
        return None
    credit = _COUNTER, _CREDIT, _SIGNED, _DATED
    if (is_byline(words) and not _LATIN_SENTENCE.fullmatch(words)) or any(
        pattern.fullmatch(words) for pattern in credit
    ):
        return FurnitureKind.CREDIT
    if _SHARE.match(words):
        return FurnitureKind.SHARE
    return FurnitureKind.TAGS if _TAGS.match(words) else None


def _mark_menus(lines: Sequence[_Line], kinds: list[FurnitureKind | None]) -> None:
    """Mark the lines that are nothing but links where several stand in a row."""
    run = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and lines[index].listed and _LINK.fullmatch(lines[index].words):
            run += 1
            continue
        if run >= _MENU:
            kinds[index - run : index] = [FurnitureKind.NAVIGATION] * run
        run = 0


def _mark_pagers(lines: Sequence[_Line], kinds: list[FurnitureKind | None]) -> None:
    """Mark the page numbers on the line after 页:."""
    for index, line in enumerate(lines[1:], start=1):
        if kinds[index - 1] is FurnitureKind.PAGER and _PAGE_NUMBER.fullmatch(line.words):
            kinds[index] = FurnitureKind.PAGER


def _mark_related(lines: Sequence[_Line], kinds: list[FurnitureKind | None]) -> None:
    """Mark a heading such as 相关阅读 and the headlines under it, up to the next sentence of an article."""
    under = False
    for index, line in enumerate(lines):
        if _RELATED.match(line.words):
            under = True
            kinds[index] = FurnitureKind.RELATED
        elif under and is_prose(line.words):
            under = False
        elif under and kinds[index] is None:
            kinds[index] = FurnitureKind.RELATED


def _mark_tail(lines: Sequence[_Line], kinds: list[FurnitureKind | None]) -> None:
    """Mark a list of keywords that ends the article: no sentence, and nothing but furniture after it."""
    for index in range(len(lines) - 1, -1, -1):
        if kinds[index] is not None:
            continue
        if _TAG_LIST.fullmatch(lines[index].words) and index > 0:
            kinds[index] = FurnitureKind.TAGS
        return


def _adverts(text: str, line: _Line) -> Iterator[Furniture]:
    """Yield the sentences before an address in running text that sell something, and the address."""
    at = line.start
    for address in _URL.finditer(text, line.start, line.end):
        if address.start() < at:
            continue
        sentences = [hit for hit in _SENTENCE.finditer(text, at, address.start()) if hit.group().strip()]
        begin = address.start()
        for sentence in reversed(sentences):
            if len(_SELLS.findall(sentence.group())) < _LEAST_SELLING:
                break
            begin = sentence.start()
        if begin < address.start():
            yield _piece(begin, address.end(), FurnitureKind.ADVERT)
        at = address.end()


def _joined(found: Sequence[Furniture]) -> Iterator[Furniture]:
    """Yield pieces in order, each character in one at most."""
    end = 0
    for piece in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if piece.span.start >= end and piece.span.end > piece.span.start:
            yield piece
            end = piece.span.end


def _merged(text: str, pieces: Iterator[Furniture]) -> Iterator[Furniture]:
    """Yield pieces, a pager over several lines as one."""
    last: Furniture | None = None
    for piece in pieces:
        if (
            last
            and last.kind is piece.kind is FurnitureKind.PAGER
            and not text[last.span.end : piece.span.start].strip()
        ):
            last = Furniture(ReadSpan(last.span.start, piece.span.end), piece.kind)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
