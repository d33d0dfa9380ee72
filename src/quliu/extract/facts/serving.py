"""Verbs of holding a post: 贾明白现任星帆智能首席科学家, 曾在云鲤科技任研发总监, 作为望潮实验室主任."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quliu.extract.facts.held import SCORES, Held, org_of
from quliu.extract.facts.naming import adverbs_start, start_near
from quliu.extract.facts.posts import CHAIN, FIRM, Titled, is_part, of_firm, read_chain, split_roles, text_org
from quliu.extract.facts.tense import is_denied, is_past, is_present
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, Unit

_KIND_OF = r"(?:[^\ue000-\uf8ff,。;:!?]{1,14}(?:公司|巨头|企业|平台|机构|厂商|孵化器|网站|品牌|独角兽|组织|大厂|实验室|基金|车企|交易所|工作室|社区|媒体|院校)|来自)"
# 任 alone is a verb unless it ends another one (离任, 前任) or begins a noun (任务); 为 alone likewise.
_HOLDS = (
    "(?:担任|出任|兼任|身兼|任职|(?:(?<=[目此之先]前)|(?<!前))(?<![离首接卸委调转升连责新主常胜信继聘])(?<![\ue600-\uebff]现)任"
    "|(?<=[后又还并\ue600-\uebff])当)(?:过|了)?(?![命何务期教意由免职选天])"
)
_IS = "(?:还|也|就|曾|曾经|便)?是|(?<=[\ue000-\ue5ff,他她现均])系|现为|(?<![成作因认称名化以任聘选调晋评改转分变设])为"
_CUE = re.compile(
    rf"(?P<cue>{_HOLDS}|历任|作为|身为|做(?:到|过)?|{_IS})"
    rf"(?:其|了|包括|过|一段时间的?|新成立的|公司的?(?={ORG}))?(?:[0-9一二三四五六七八九十两几多]{{1,3}}余?(?:年|个月)的?)?(?:{_KIND_OF}(?={ORG}))?(?P<chain>{FIRM}{CHAIN})"
)
_KINDS = {"作为": "as", "身为": "as", "是": "is", "系": "is", "为": "is", "现为": "now", "历任": "past"}
_PEOPLE = re.compile(PEOPLE)
_RELATIVE = re.compile(rf"的[^\ue000-\uf8ff,。;:]{{0,6}}(?:{ORG})?(?:{ROLE})?({PERSON})")
_GOVERNED = re.compile(rf"的[^\ue000-\uf8ff,。;:]{{0,10}}({ORG})(?!(?:的|前|原)?{ROLE})")
_NEXT_NAMED = re.compile(rf"[^,。;]{{0,4}},({PERSON})")
_NAMED = re.compile(rf"(?:{PERSON}|他|她|其)\Z")
_PLACE = re.compile(r"(?:在|于)(?P<orgs>[^在于,。;:\ue000-\ue5ff\uec00-\uf1ff]{1,60})\Z")
_ONE_PLACE = re.compile(
    r"(?:曾|此前|之前|先后|早年|过去)[^\ue600-\uebff。;:]{0,4}(?P<at>[在于])(?:[^\ue000-\uf8ff,。;:在于]{2,14}(?:公司|企业|巨头|机构|厂商))?(?P<name>[一-鿿]{3,8}|[A-Z][A-Za-z0-9.&-]+(?: [A-Z][A-Za-z0-9.&-]+){0,3})\Z"
)
_NO_PLACE = re.compile(
    r"期间|时期|之|后|前|中|内|上|下|里|年|月|日|公司|团队|领域|方面|行业|业务|国内|海外|多家|一家|几家|家|大厂|企业|机构|那|此|其|当|该|这|被|与|和|并|职|岗|硅谷|美国|中国|北京|上海|深圳|杭州|[省市县区国]\Z|会议|大会|任"
)
_SOMEBODY = re.compile("[因据被对与和]时\\Z")  # 甲因时任局长表示: who it was is not said
_WENT = re.compile("加入|离开|创立|创办|退休|毕业|离职|入职|工作|期间|之[前后]")
_SEVERAL = re.compile("历任|先后")
_JOINED = re.compile(
    rf"(?:加入|入职|进入|加盟|任职于|就职于|供职于)了?({ORG})(?:[^,。;\ue000-\uf8ff]{{0,6}}),\Z"
)
_DURING = re.compile(rf"在({ORG})(?:任职|工作|供职)?(?:期间|时期?),?[^,。;\ue600-\uf8ff]{{0,4}}\Z")
_LATIN = r"[A-Z][A-Za-z0-9.&-]+(?: [A-Z][A-Za-z0-9.&-]+){0,3}"
_UNLISTED = re.compile(rf"(?<=[、和与及 ]){_LATIN}|(?<=在){_LATIN}(?=[、和])")


@dataclass(frozen=True, slots=True)
class _Serving:
    """A verb of holding with who holds."""

    hit: re.Match[str]
    people: Sequence[Unit]
    former: bool
    rule: str


def find_serving(scene: Scene) -> Iterator[Held]:
    """Yield the posts that verbs give to people."""
    for hit in _CUE.finditer(scene.mask):
        serving = _read(scene, hit)
        if serving is not None:
            yield from _posts(scene, serving)


def _read(scene: Scene, hit: re.Match[str]) -> _Serving | None:
    left = scene.mask[start_near(scene, hit.start()) : hit.start()]
    if is_denied(left) or _SOMEBODY.search(left) or _PEOPLE.match(scene.mask, hit.end()):
        return None
    former = _tense(scene, hit, left)
    people, how = _bearers(scene, hit)
    if not people or former is None:
        return None
    time = "past" if former else "now" if is_present(left + hit["cue"]) else "plain"
    return _Serving(hit, people, former, f"{_KINDS.get(hit['cue'], 'post')}.{time}.{how}")


def _bearers(scene: Scene, hit: re.Match[str]) -> tuple[Sequence[Unit], str]:
    """Return who holds the post and by which device."""
    end = hit.end()
    relative = _RELATIVE.match(scene.mask, end)
    if relative:
        return _units(scene, relative), "relative"
    if hit["cue"] in ("作为", "身为"):
        return role_bearer(scene, hit.start(), end)
    if scene.mask[end : end + 1] in ("的", "级", "们") and not _GOVERNED.match(scene.mask, end):
        return (), "none"
    people, how, _ = scene.subject(adverbs_start(scene, _places(scene, hit.start())[0]))
    return people, how


def role_bearer(scene: Scene, trigger: int, end: int) -> tuple[Sequence[Unit], str]:
    """Return whom 作为…负责人 describes: the subject before it, else the first person of the next clause."""
    start, _ = scene.clause(trigger)
    before = scene.people_in(start, trigger)
    if before:
        return before[-1][1], "named"
    following = _NEXT_NAMED.match(scene.mask, end)
    if following:
        return _units(scene, following), "next"
    people, how, _ = scene.subject(trigger)
    return people, how


def _units(scene: Scene, hit: re.Match[str]) -> Sequence[Unit]:
    unit = scene.sentence.unit(hit.start(1))
    return (unit,) if unit is not None else ()


def _tense(scene: Scene, hit: re.Match[str], left: str) -> bool | None:
    """Tell whether a post is said to be a former one; None when it may as well be one just taken up."""
    cue = hit["cue"]
    if "历任" in cue or "过" in cue or "曾" in cue:
        return True
    if is_present(left + cue):
        return False
    if is_past(scene.mask, hit.start()):
        return True
    sure = cue in ("作为", "身为", "是", "系", "现为", "担任", "任", "任职")
    return False if sure or (cue == "为" and _NAMED.search(left)) else None


def _posts(scene: Scene, serving: _Serving) -> Iterator[Held]:
    at = serving.hit.start()
    for post in read_chain(scene.sentence, *serving.hit.span("chain")):
        former = post.former or (serving.former and not post.now)
        roles = list(split_roles(post.role)) if serving.former else [post.role]
        for org, how in _orgs(scene, post, serving):
            if ".plain.zero" in serving.rule and is_part(org):
                continue  # 加入星帆智能,任研发部部长: told by the move
            for person in serving.people:
                for role in roles:
                    rule = f"held.{serving.rule}.{how}"
                    yield Held(person, org, role, former, at, max(post.end, at + 1), at, rule, SCORES[how])


def _just_joined(scene: Scene, serving: _Serving) -> tuple[int, Unit] | None:
    """Return what the clause before says was joined, for the posts held there: 2014年加入星帆智能,历任总监、副总裁."""
    start, _ = scene.clause(serving.hit.start())
    if not start or not _SEVERAL.search(scene.mask, max(start, serving.hit.start() - 6), serving.hit.end()):
        return None
    hit = _JOINED.search(scene.mask, scene.clause(start - 1)[0], start)
    unit = scene.unit(hit)
    return (hit.start(1), unit) if hit and unit is not None else None


def _orgs(scene: Scene, post: Titled, serving: _Serving) -> list[tuple[Unit, str]]:
    """Return the organisations of a post told by a verb: those of 在…任, else those of its title."""
    at = serving.hit.start()
    _, places = _places(scene, at)
    if places:
        return [(org, "place") for org in places]  # in 在甲任乙负责人, 乙 is a product or a part of 甲
    if post.org is None:
        governed = _GOVERNED.match(scene.mask, post.end)
        if governed:
            return [(unit, "place") for unit in _units(scene, governed)]
        start, _ = scene.clause(at)
        inside = scene.last_org(start, at) or _just_joined(scene, serving)
        if inside is not None:
            return [(inside[1], "context")]
    org, how = org_of(scene, post, at)
    within = _DURING.search(scene.mask, max(0, at - 20), at) if org is not None else None
    firm = scene.unit(within)
    if org is not None and firm is not None:
        org = of_firm(scene.sentence, org, firm)
    return [(org, how)] if org is not None else []


def _places(scene: Scene, at: int) -> tuple[int, list[Unit]]:
    """Return where the 在… before a verb begins, and the organisations in it, unlisted Latin names too."""
    first = start_near(scene, at)
    hit = _PLACE.search(scene.mask[first:at])
    if hit is None:
        return _unlisted_place(scene, at)
    if _WENT.search(hit["orgs"]):
        return at, []
    begin = first + hit.start()
    orgs = [u for _, u in scene.sentence.find(ORG, begin, at)]
    more = [text_org(scene.sentence, *m.span()) for m in _UNLISTED.finditer(scene.mask, begin, at)]
    return (begin, [*orgs, *more]) if orgs else _unlisted_place(scene, at)


def _unlisted_place(scene: Scene, at: int) -> tuple[int, list[Unit]]:
    """Return the place that a text of one name before a verb of the past gives: 曾在望舒新能源[任部长]."""
    hit = _ONE_PLACE.search(scene.mask, max(0, at - 30), at)
    if hit is None or _NO_PLACE.search(hit["name"]):
        return at, []
    return hit.start("at"), [text_org(scene.sentence, *hit.span("name"))]
