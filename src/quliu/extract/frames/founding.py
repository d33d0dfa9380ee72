"""Founding: 创立, 创办, 由…创立, 创业; 成立于…,创始人为…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quliu.extract.frames.apposition import Apposition
from quliu.extract.frames.draft import Draft
from quliu.extract.frames.memory import is_same_org
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.sources import worked_before
from quliu.extract.frames.ventures import is_named_next
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Unit, UnitKind

# 创办了Web设计公司USWeb: a descriptor may hold a name of its own.
_OBJECT = re.compile(
    rf"(?:了|过|的)?(?:[^\ue000-\uf7ff,。;:]{{0,22}}?)({ORG})(?:[^\ue000-\uf7ff,。;:]{{0,6}}(?:公司|平台|厂商|工作室|品牌)({ORG}))?"
)
_NO_FIRM_AFTER = re.compile(
    "的人|(?:[^,。;]{0,8}(?:课程|仓库|课题|专业|账号|分支|赛道|之一))|首[门个]|第一[门个]"
)
_UNNAMED = re.compile(
    "了?(?:自己的?|[一两三几多数]家|[全崭]?新的?|一个|另一家)[^,。;]{0,14}?(?:公司|企业|初创|团队|工作室|项目|创业|实验室)"
)
_JOINT = (
    rf"(?:(?:等|于|在[^\ue000-\uf7ff,。;]{{0,8}}|{TIME}|共同|联合|一起|一手|亲自|年|月|{ROLE}|和|与|、|前|原"
    rf"|{ORG}|{PERSON}|[两二三四五]人)*)\Z"
)
_BY = re.compile(rf"由(?:[^。;由,]{{0,34}}?)({PEOPLE}){_JOINT}")
_A_FIRM = re.compile("了?(?:一家)?(?:自己的|全?新的?)[^,。;的\ue000-\uf7ff]{0,6}(?:公司|企业|初创)")
_NOT_FIRMS = re.compile(
    "团队|部门|小组|关系|联系|模型|系统|平台|体系|品牌|标准|机制|信心|连接|优势|生态|项目|事业部|大会|典礼|仪式|周年"
)
_TOGETHER = re.compile("一同|共同|联合|一起|联手|合伙|携手")
_PARTNERS = re.compile(f"{PERSON}[^,。;]{{0,8}}[和与、][^,。;]{{0,8}}{PERSON}")
_TEAMS_AFTER = re.compile("[、及和][^。;]{0,24}(?:团队|部门)")
_TEAM = re.compile("了?[^,。;]{0,10}(?:团队|部门|小组|委员会|工作组)")
_MANY = re.compile("很多|不少|许多|有人|用户|他人|大家|我们|别人")
_SURE = {"named": 1.0, "loose": 0.7}
_ALONE = frozenset({"创业", "自立门户", "单干"})
_WEAK = frozenset({"成立", "建立", "组建", "创建", "成立了", "创始", "开创", "发起成立"})
_GOES_ON = re.compile("选择|开始|转而|开展|投身|准备")
_ENDS = re.compile(r"了?[,。;!、:]|了|的(?:消息|传闻|计划)|\Z|并|后|活动|所从事|,")
_DECIDED = re.compile(
    "离职|离开|辞职|选择|自己|开始|转而|出来|自主|投身|已经在?|官宣|确认|宣布|先后|相继|双双|各自"
)
_JUST_AFTER_TIME = re.compile(rf"{TIME}\Z")
_NO_START = re.compile("(?<![前后])者|建议|奉劝|不要|想|曾|连续|适合|剧本|年前|内部|支持|鼓励|扶持|投资")
_AGAIN = re.compile("再|第[二三四]次|又|重新")
_HIS_PROJECT = re.compile(rf"({ORG})是(?P<person>{PERSON})的[^,。;\ue000-\uf7ff]{{0,6}}\Z")
_MEANS = re.compile("(?:用于|用来|可以?|能够?|如何|怎样|步骤)(?:快速|直接|轻松|自动)?\\Z")
_NTH = re.compile("次\\Z")
_HIS_DIRECTION = re.compile(rf"(?P<person>{PERSON})(?:的|将|把)[^,。;\ue000-\uf7ff]{{0,4}}\Z")
_PROJECT = re.compile("项目|公司|品牌")
_DIRECTION = re.compile("(?:方向|项目|赛道)[^,。;]{0,6}?(?:[锁确]定|聚焦|为|是|瞄准|定位)")
# 开启了自己的创业之路
_SETS_OUT = re.compile("(?:开启|踏上|走上|开始|迈上)了?(?:(?!讲|回顾|分享|聊|介绍|谈)[^,。;]){0,8}\\Z")
_ROAD = re.compile("之路|之旅|生涯|历程|征程|的?道路")
_PREPARES = re.compile("筹备|启动|着手|开启|正在")
# 离职创业,新公司名为O
_NEW_FIRM = re.compile(
    rf"了?,[^。;,\ue000-\ue5ff]{{0,8}}?(?:新公司|创业公司|公司|创业项目|项目)(?:的?(?:名称|名字|名))?(?:为|是|叫做?|名叫|名为|取名为?|定名为?)?({ORG})"
)
# 和甲共同创业AI视频公司O
_FIRM_STARTED = re.compile(
    rf"(?:做|了)?(?:[^,。;:的\ue000-\uf7ff]{{2,14}}(?:公司|平台|品牌|项目))?({ORG})(?!的?(?:{PERSON}|{ROLE}))"
)
_STARTS_FIRM = re.compile(rf"(?:共同|联合|一起|再次|再度|辍学|离职|辞职|又|自己|连续|{PERSON}|{TIME}|,|\A)\Z")
_FOUNDER = re.compile("创始|创办|联创")
_HERE = re.compile("了?(?:该|这家)?公司(?=[,。;、]|\\Z|后|时|以来|之)")
_SINCE = re.compile(rf"于{TIME}")
_FOUNDER_NAMED = re.compile(rf"[^。;\ue000-\ue5ff]{{0,30}}?({ROLE})(?:为|是|系|包括|分别是?)?({PEOPLE})")

_FIRM_NAME = re.compile(
    r"(?:据悉,?|而|其中,?)?((?![该这此那本其]|公司|它|后者|前者|项目|团队|联盟|协会|大会|基金会)(?:[A-Z][A-Za-z0-9.]*(?: [A-Z][A-Za-z0-9.]*){0,3}(?: AI)?|[一-鿿]{2,8}))(?:公司|是|则|最初|最早)?"
)

_NAMED_NEXT = re.compile(
    rf"(?:[^。;\ue000-\ue5ff]|[和与]{PERSON}){{0,20}}?(?:创[办立建]|成立|组建|打造|开了)[^,。;\ue000-\uf7ff]{{0,22}}{ORG}"
)


@dataclass(frozen=True, slots=True)
class _Founding(Predicate):
    """A verb of founding where it stands, and who founds."""

    @property
    def is_sure(self) -> bool:
        """Whether the verb founds firms alone, and nobody else is its subject."""
        firm = _A_FIRM.match(self.scene.mask, self.end) is not None
        return (self.verb not in _WEAK or firm) and _MANY.search(self.left) is None

    def drafts(self, org: Unit | None, stop: int, rule: str, score: float) -> Iterator[Draft]:
        """Yield the post of each founder."""
        telling = self.telling(stop, rule, score)
        yield from (telling.into(person, org, "founder") for person in self.people)


def find_foundings(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of founding at [start, end) of the mask."""
    since = _SINCE.match(scene.mask, end)
    if since and scene.first_org(max(0, start - 1), start):
        yield from _established(scene, start, since.end())
        return
    by = _BY.search(scene.mask, scene.clause(start)[0], start)
    if by:
        yield from _founded_by(scene, start, end, by)
        return
    people, how, at = scene.subject(start)
    founding = _Founding(scene, start, end, _with_partners(scene, people, how, start), how, at)
    if founding.verb in _ALONE:
        yield from _start_ups(founding)
    elif founding.people and (how != "loose" or founding.is_sure):
        yield from _firms(founding)


def _with_partners(scene: Scene, people: tuple[Unit, ...], how: str, start: int) -> tuple[Unit, ...]:
    """Add to an unsaid subject those whom the clause before names with it: 甲宣布和R乙,联合创立O."""
    first, _ = scene.clause(start)
    if how != "zero" or not first or not _TOGETHER.search(scene.mask, first, start + 2):
        return people
    before, _ = scene.clause(first - 1)
    named = tuple(unit for _, unit in scene.sentence.find(PERSON, before, first))
    return tuple(dict.fromkeys((*named, *people))) if _PARTNERS.search(scene.mask, before, first) else people


def _founded_by(scene: Scene, start: int, end: int, by: re.Match[str]) -> Iterator[Draft]:
    """Read O由甲和乙创立, 由甲创立的O."""
    first, last = scene.clause(start)
    if scene.mask[start:end] in _WEAK and _TEAM.match(scene.mask, end, last):
        return
    people = tuple(unit for _, unit in scene.sentence.find(PERSON, by.start(1), start))
    after = _next_org(scene, end, last) if scene.mask[end : end + 1] == "的" else None
    found = after or scene.last_org(0, by.start()) or _next_org(scene, end, last)
    org = found[1] if found else _unknown_firm(scene, first, by.start())
    if org is not None:
        yield from _Founding(scene, start, end, people, "by", by.start(1)).drafts(org, end, "found.by", 0.8)


def _unknown_firm(scene: Scene, start: int, end: int) -> Unit | None:
    """Return the firm that opens 望潮由甲创立 where no finder knows its name."""
    hit = _FIRM_NAME.fullmatch(scene.mask, start, end)
    if hit is None:
        return scene.memory.topic if not start else None
    span = scene.sentence.to_text(hit.start(1), hit.end(1))
    return Unit(UnitKind.ORG, span, scene.sentence.words(hit.start(1), hit.end(1)), weight=0.6)


def _established(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read O成立于2023年,创始人为甲."""
    named = _FOUNDER_NAMED.match(scene.mask, end)
    org = scene.sentence.unit(start - 1)
    role = scene.unit(named)
    if named is None or org is None or role is None or not _FOUNDER.search(role.name):
        return
    people = tuple(unit for _, unit in scene.sentence.find(PERSON, *named.span(2)))
    yield from _Founding(scene, start, end, people, "since", start - 1).drafts(
        org, named.end(), "found.since", 0.7
    )


def _firms(founding: _Founding) -> Iterator[Draft]:
    """Read 甲创立O, 甲创办了一家公司."""
    scene, weak = founding.scene, founding.verb in _WEAK
    first, last = scene.clause(founding.start)
    named = scene.sentence.find(PERSON, max(first, founding.at), founding.start)
    since = named[-1][0] if named else max(first, founding.at)  # 他与前O的R甲成立O2: O is beside a name
    if weak and scene.orgs_in(since, founding.start):
        return  # 甲的公司O成立了实验室
    if _is_attribute(founding):
        return
    found = _next_org(scene, founding.end, founding.at if founding.how == "listed" else last)
    if founding.how == "listed" and found is None:  # 与其共同创办公司的还有甲
        found = scene.last_org(0, founding.start)
    if found and not (weak and _NOT_FIRMS.search(found[1].name)):
        if (weak and _TEAMS_AFTER.match(scene.mask, found[0] + 1, last)) or _NO_FIRM_AFTER.match(
            scene.mask, found[0] + 1, last
        ):
            return
        score = (0.65 if weak else 0.8) * _SURE.get(founding.how, 0.85)
        yield from founding.drafts(found[1], found[0] + 1, f"found.{founding.how}", score)
    elif founding.how == "named" and _HERE.match(scene.mask, founding.end, last):
        yield from _own_firm(founding)
    elif founding.how != "loose" and _UNNAMED.match(scene.mask, founding.end, last):
        yield from founding.drafts(None, founding.end, f"found-unnamed.{founding.how}", 0.6)


def _is_attribute(founding: _Founding) -> bool:
    """Tell whether the verb says of which founding a thing is rather than who founds it: 新成立的O, 用于创建O."""
    mask, start, end = founding.scene.mask, founding.start, founding.end
    of_thing = mask.startswith("的", end) and (
        mask.endswith("新", 0, start) or (founding.verb in _WEAK and founding.how in ("zero", "loose"))
    )
    return of_thing or _MEANS.search(mask, max(0, start - 6), start) is not None


def _own_firm(founding: _Founding) -> Iterator[Draft]:
    """Read O创始人甲于2021年创办公司."""
    for person in founding.people:
        beside = _as_founder(founding, person)
        if beside is not None:
            yield from replace(founding, people=(person,)).drafts(beside.org, founding.end, "found.here", 0.7)


def _as_founder(founding: _Founding, person: Unit) -> Apposition | None:
    """Return what stands beside a person where it is a firm with a name, and that they founded it."""
    beside = founding.beside(person)
    if beside is None or beside.org is None or beside.role is None:
        return None
    return beside if _FOUNDER.search(beside.role.name) else None


def _start_ups(founding: _Founding) -> Iterator[Draft]:
    """Read 甲离职创业: a start-up without a name."""
    scene, left = founding.scene, founding.left
    spoken = _spoken_of(founding)
    if spoken:
        yield from spoken
        return
    firm = _FIRM_STARTED.match(scene.mask, founding.end) if _STARTS_FIRM.search(left) else None
    if firm and founding.people and founding.how != "loose":
        yield from founding.drafts(scene.unit(firm), firm.end(), f"found.{founding.how}", 0.65)
        return
    if not founding.people and _GOES_ON.search(left):
        people, at = scene.earlier(founding.clause[0])
        founding = replace(founding, people=people, how="zero", at=at)
    if not founding.people or not _starts_up(founding):
        return
    unsaid = founding.how in ("zero", "loose")
    if unsaid and any(_has_own_firm(founding, person) for person in founding.people):
        return  # O创始人甲…,2023年辞职创业: the firm has been named
    named = scene.unit(_NEW_FIRM.match(scene.mask, founding.end))
    # where the text has said before which firm somebody founded, 创业 speaks of it
    told = frozenset() if named or _AGAIN.search(left) else scene.memory.founders
    new = replace(founding, people=tuple(p for p in founding.people if p.name not in told))
    rule = f"startup.{founding.how}"
    if named is not None:
        yield from new.drafts(named, founding.end, rule, 0.65)
    elif not is_named_next(scene, founding.end):
        yield from new.drafts(None, founding.end, rule, 0.6 if founding.how == "named" else 0.5)
    for person in new.people:
        yield from _left_for_it(founding, person)


def _left_for_it(founding: _Founding, person: Unit) -> Iterator[Draft]:
    """Yield the post that stands beside the name of who sets out: O的R甲投身AI创业."""
    worked = worked_before(founding.scene, founding.start)
    if worked is not None:
        telling = founding.telling(founding.end, "startup.after", 0.6).told_by(
            "startup.after", 0.6, worked[1]
        )
        yield telling.out(person, worked[0], None)
        return
    beside = founding.beside(person)
    if founding.how != "named" or beside is None or beside.former or beside.role is None:
        return
    if beside.org is None or _FOUNDER.search(beside.role.name) or person.name in founding.scene.memory.left:
        return
    telling = founding.telling(founding.end, "startup.left", 0.55)
    yield telling.out(person, beside.org, beside.role.name)


def _has_own_firm(founding: _Founding, person: Unit) -> bool:
    """Tell whether a person is named as founder of a firm that they have not left."""
    beside = _as_founder(founding, person)
    if beside is None or beside.former:
        return False
    return not is_same_org(beside.org, founding.scene.memory.left.get(person.name)) if beside.org else True


def _starts_up(founding: _Founding) -> bool:
    """Tell whether the verb tells of setting out, not of start-ups at large or of a firm that is named next."""
    mask, end, left = founding.scene.mask, founding.end, founding.left
    prepared = _PREPARES.search(left) is not None and _PROJECT.match(mask, end) is not None
    set_out = _SETS_OUT.search(left) is not None and _ROAD.match(mask, end) is not None
    if not (prepared or set_out):
        decided = _DECIDED.search(mask, 0, founding.start + 6) or _JUST_AFTER_TIME.search(left)
        if not decided or not _ENDS.match(mask, end):
            return False
    return _NO_START.search(left) is None and _NAMED_NEXT.match(mask, end) is None


def _spoken_of(founding: _Founding) -> list[Draft]:
    """Read O是甲的创业项目, 甲将创业方向锁定为…."""
    scene, start, end = founding.scene, founding.start, founding.end
    near = max(0, start - 10)  # no match of _HIS_PROJECT is wider
    firm = _PROJECT.match(scene.mask, end) or _NTH.search(scene.mask, near, start)
    project = _HIS_PROJECT.search(scene.mask, near, start) if firm else None
    direction = _HIS_DIRECTION.search(scene.mask, near, start) if _DIRECTION.match(scene.mask, end) else None
    hit = project or direction
    person = scene.unit(hit, "person")
    if hit is None or person is None:
        return []
    spoken = replace(founding, people=(person,), how="spoken", at=hit.start())
    rule = "startup.project" if project else "startup.direction"
    return list(spoken.drafts(scene.unit(project), end, rule, 0.6))


def _next_org(scene: Scene, start: int, end: int) -> tuple[int, Unit] | None:
    hit = _OBJECT.match(scene.mask, start, end)
    if hit is None:
        return None
    at = hit.start(2) if hit.group(2) else hit.start(1)
    unit = scene.sentence.unit(at)
    return (at, unit) if unit else None
