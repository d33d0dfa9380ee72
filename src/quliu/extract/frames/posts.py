"""Taking up a post: 担任, 出任, 升任."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quliu.extract.frames.beginnings import follows_change, is_reshuffle, may_last, tells_change
from quliu.extract.frames.draft import Draft
from quliu.extract.frames.duties import find_new_duties, find_refocusing
from quliu.extract.frames.employers import guessed_employer, named_employer
from quliu.extract.frames.handing import find_successions
from quliu.extract.frames.predicate import Predicate
from quliu.extract.frames.scene import Scene
from quliu.extract.frames.sharing import each_post, find_given, find_shared, is_headed
from quliu.extract.frames.sources import left_by_shift
from quliu.extract.frames.subject import Subject
from quliu.extract.frames.teams import is_team_name
from quliu.extract.frames.telling import Telling
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME, Unit

_POST = re.compile(rf"(?:(?!职务|职位|一职)[^\ue000-\uf7ff,。;:]|{ORG}){{0,40}}?(?P<role>{ROLE})")
_PERSON = re.compile(PERSON)
# Verbs of heading: what is headed so is not bought.
_LEADS = frozenset(["挂帅", "掌舵", "执掌", "重掌", "接掌", "坐镇"])
_BUYING = _LEADS | {"接管", "接手", "掌管", "代管", "暂管"}  # 甲接管O: a firm may also be bought
_TAKING = frozenset(["接管", "接手", "执掌", "掌管", "上任", "就任", "接任", "继任", "代管", "暂管"])
_MINDING = frozenset(["代管", "暂管"])
_TEAM_MINDED = re.compile("(?:团队|部门|业务|工作)[^,。;\ue000-\uf7ff]{0,4}由")
_SEATED = frozenset(["担任", "出任", "任", "兼任", "接任", "继任", "接手", "升任", "接管"])
_FOR_ANOTHER = frozenset(["出任", "担任", "代理", "兼任", "暂代"])
_ACTS_AS = re.compile(rf"(?:了|其)?(?:{ORG}的?)?{ROLE}")
_WORK = frozenset(["任职", "就职", "报到"])
_GONE_TO = re.compile(rf"(?:到|去|赴|来到|前往)({ORG})(?:公司|总部)?\Z")
_BY = re.compile(
    rf"(?:由|让)(?:{ORG})?(?:的|前|原)?(?:{ROLE})?(?P<people>{PERSON}(?:(?:、|和|与|以及|及)(?:{ORG})?(?:的|前|原)?(?:{ROLE})?{PERSON})*)(?:正式|暂时?|来|临时|同时|全面|分别|共同)*\Z"
)
# 由外籍人士担任: somebody without a name
_BY_SOMEBODY = re.compile(rf"由(?:{ORG}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,14}}[^,。;:\ue000-\uf7ff]\Z")
# 聘请甲担任R: told by the verb of appointing.
_APPOINTED = re.compile(
    rf"(?:任命|委任|聘请|聘任|聘用|提拔|选举|推选|邀请|请来|请|派|挖来|引入|引进|招募|雇用|雇佣|迎来|选择)了?(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;:]){{0,14}}?{PERSON}(?:{TIME}|正式|暂时?|来|临时|同时|全面|起|自)*\Z"
)
_HIS_DUTY = re.compile(
    rf"(?:而|目前|现|此后|随后)?(?:其|他的|她的|{PERSON}的)(?:原有|此前|先前|全部|所有|原来|日常|大部分|相关)?的?(?:职责|职务|职位|工作|岗位|角色|业务|团队)[^,。;:\ue000-\uf7ff]{{0,6}}由"
)
# 出任R的是甲
_THEN_NAMED = re.compile(
    rf"(?:{ORG})?的(?:则|正|将)?是(?:{ORG}|{ROLE}|的|[^\ue000-\uf7ff,。;:]){{0,12}}?({PERSON})"
)
_HEADS_IT = re.compile(rf"{ORG}的[则正将]?是")
_ALSO_AT = re.compile(
    rf"(?:、|和|以及|及)({ORG})(?!项目|产品|业务)的?[^\ue000-\uf7ff,。;:]{{0,8}}({ROLE})(?=[,、。;和及]|\Z)"
)
# 甲出任R,乙为R2
_GAPPED = re.compile(
    rf"(?:、|,|以及|和|而)+(?:{ORG})?(?:{ROLE})?({PERSON})(?:则|改)?为(?:{ORG}的?)?[^\ue000-\uf7ff,。;:]{{0,10}}({ROLE})"
)
_OF_HOLDER = re.compile(rf"的(?:(?:{ORG}|{ROLE})?{PERSON}|[^,。;:\ue000-\uf7ff]{{0,8}}{ORG})")
_OF_FIRM = re.compile(rf"[^,。;:\ue000-\uf7ff]{{0,4}}{ORG}")
# 出任某量化私募首席技术官
_SOME_FIRM = re.compile(rf"了?(?:一家|另一家|某家?|一所)[^,。;:、\ue000-\uf7ff]{{2,16}}{ROLE}")
_TEAM_TAKEN = re.compile(
    rf"(?:了|其|新成立的|公司的?)?({ORG})(?=[,。;!]|\Z|并|的[则正]?是|的?[一-鿿]{{0,4}}(?:工作|业务|管理|中国区|市场|部门|团队))"
)
_BEFORE_REN = tuple("信责胜放听重专留连续历")
_AFTER_REN = tuple("务何意期性由天凭命选教")
_WISHED = re.compile("(?:要求|试图|企图|渴望|执意|梦想|想要?|比起|愿意?|有望)\\Z")
_FOUNDER = re.compile("\\A创始人\\Z")
_HONOUR = re.compile("院士\\Z|会士\\Z|Fellow\\Z")


def find_posts(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of taking up a post at [start, end) of the mask: the role follows it, or stands before."""
    if scene.mask[start:end] == "重心":
        yield from find_refocusing(scene, start, end)
        return
    if not _is_verb(scene.mask, start, end):
        return
    shared = list(find_shared(scene, start, end))
    if shared:
        yield from shared
        return
    headed = _HEADS_IT.match(scene.mask, end)
    post = None if headed else _POST.match(scene.mask, end, scene.clause(start)[1])
    if post is None:
        without_role = list(_without_role(scene, start, end))
        if without_role or not _says_enough(scene, start, end):
            yield from without_role
            return
    elif _is_of_another(scene, post, start, end):
        return
    yield from _taken_up(scene, start, end, post)


def _is_verb(mask: str, start: int, end: int) -> bool:
    """Tell whether a trigger is a word of its own that tells of a post: not 任 in 责任, nor what somebody wishes."""
    if mask.startswith("者", end):
        return False  # 甲的继任者
    if mask[start:end] == "成了" and _OF_FIRM.match(mask, end) is None:
        return False  # 成了笑柄, 自己成了主人
    if mask[start:end] == "代理" and not _ACTS_AS.match(mask, end):
        return _BY.search(mask, 0, start) is not None  # AI代理, 代理商
    if mask[start:end] == "为":
        if mask.endswith("分别", 0, start):
            return is_reshuffle(mask) or "任" in mask
        return _PERSON.match(mask, start - 1) is not None and is_reshuffle(mask)  # 甲为总裁
    return not (_in_other_word(mask, start, end) or _WISHED.search(mask, max(0, start - 4), start))


def _in_other_word(mask: str, start: int, end: int) -> bool:
    """Tell whether 任 is only part of a word: 信任, 责任, 任务."""
    return end - start == 1 and (mask[start - 1 : start] in _BEFORE_REN or mask[end : end + 1] in _AFTER_REN)


def _without_role(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read what tells of a post although no role follows: 出任O董事会, 到O任职, R由甲担任, 甲离任,由乙出任."""
    found = list(_by_other_words(scene, start, end))
    replaces = scene.mask[start:end] in _FOR_ANOTHER and _BY.search(scene.mask, scene.clause(start)[0], start)
    yield from found or (find_successions(scene, start, end) if replaces else ())


def _by_other_words(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    verb = scene.mask[start:end]
    if verb in _SEATED:
        yield from _seat(scene, start, end)
    if is_headed(verb):
        yield from find_new_duties(scene, start, end)
    if verb in _WORK:
        yield from _gone_to_work(scene, start, end)
    yield from find_given(scene, start, end)


def _seat(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 出任星帆智能董事会: a seat on a board, without a role."""
    board = scene.sentence.unit(end) or scene.sentence.unit(end + 1)
    if board is None or not board.name.endswith(("董事会", "委员会")):
        return
    taking = Predicate(scene, start, end, *scene.subject(start))
    telling = taking.telling(end + 1, f"post.{taking.how}", 0.6)
    for person in taking.people:
        yield telling.into(person, board, None)


def _gone_to_work(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 已到星帆智能任职: who goes somewhere to work joins it."""
    first, last = scene.clause(start)
    gone = _GONE_TO.search(scene.mask, first, start)
    org = scene.unit(gone)
    if gone is None or org is None:
        return
    people, how, at = scene.subject(gone.start())
    telling = Telling(scene, start, min(at, gone.start()), end, f"join.{how}", 0.6)
    role = scene.role_after(end, last + 12)
    for person in people:
        yield telling.into(person, org, role.name if role else None)


def _is_of_another(scene: Scene, post: re.Match[str], start: int, end: int) -> bool:
    """Tell whether the post only says who is meant (一直担任CEO的甲), is another's (成为CEO甲的一员) or an honour."""
    role = scene.unit(post, "role")
    if _PERSON.match(scene.mask, post.end()) or (role is not None and _HONOUR.search(role.name)):
        return True
    return may_last(scene.mask[start:end]) and _OF_HOLDER.match(scene.mask, post.end()) is not None


def _says_enough(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a verb without a role tells of a post."""
    verb = scene.mask[start:end]
    if verb not in _BUYING:
        return verb in _TAKING
    by = _BY.search(scene.mask, scene.clause(start)[0], start)
    return by is not None or _team_taken(scene, start, end) is not None


def _team_taken(scene: Scene, start: int, end: int) -> Unit | None:
    """Return the team, which is not bought, that 接管 at [start, end) is followed by: 接管推荐团队."""
    dated = scene.sentence.find(TIME, scene.clause(end)[0], end)
    if not dated and follows_change(scene.mask, end):
        return None  # 任命甲为R,执掌O: one post
    unit = scene.unit(_TEAM_TAKEN.match(scene.mask, end))
    heads = scene.mask[start:end] in _LEADS
    return unit if unit is not None and (heads or is_team_name(unit.name)) else None


def _taken_up(scene: Scene, start: int, end: int, post: re.Match[str] | None) -> Iterator[Draft]:
    """Yield the post that a verb gives its people, and what they leave for it."""
    stop = post.end() if post else end
    taking = Predicate(scene, start, end, *_holder(scene, start, stop))
    if taking.how != "by" and _BY_SOMEBODY.search(taking.left):
        return
    if not taking.people or not tells_change(taking) or (post is None and _is_minding(taking)):
        return
    role = scene.unit(post, "role")
    telling = taking.telling(stop, f"post.{taking.how}", 0.55 if may_last(taking.verb) else 0.7)
    if role is not None and _SOME_FIRM.match(scene.mask, end):
        yield from (telling.into(person, None, role.name) for person in taking.people)
        return
    org = _employer(taking, post, role)
    if org is None:
        return
    each = each_post(taking, post.start()) if post else ()
    if each:
        for person, (own, name) in zip(taking.people, each, strict=True):
            yield telling.into(person, own or org, name)
        return
    previous = _whose_duty(scene, start)
    org = (scene.memory.left.get(previous.name) if previous else None) or org
    for person in taking.people:
        yield telling.into(person, org, role.name if role else None, previous)
        yield from left_by_shift(taking, telling, person, org)
        yield from _more_posts(telling, person)
    yield from _gapped(telling, org)


def _is_minding(taking: Predicate) -> bool:
    """Tell whether somebody with a post minds a team, not a post, for now: 其团队暂由CEO甲代管."""
    if taking.verb not in _MINDING or not _TEAM_MINDED.search(taking.left):
        return False
    beside = [taking.beside(person) for person in taking.people]
    return any(b is not None and b.role is not None and not b.former for b in beside)


def _holder(scene: Scene, start: int, end: int) -> Subject:
    """Return who gets the post: nobody where a verb of appointing says it, who stands after 由 or 的是, the subject."""
    first, _ = scene.clause(start)
    if _APPOINTED.search(scene.mask, first, start):
        return (), "appointed", start
    by, after = _BY.search(scene.mask, first, start), _THEN_NAMED.match(scene.mask, end)
    named = by or after
    if named is None:
        return scene.subject(start)
    people = tuple(unit for _, unit in scene.sentence.find(PERSON, *named.span(1)))
    return people, "by" if by else "after", named.start(1)


def _employer(taking: Predicate, post: re.Match[str] | None, role: Unit | None) -> Unit | None:
    """Return the organisation of the post that the last of the people gets."""
    person = taking.people[-1]
    if post is None:
        named = _team_taken(taking.scene, taking.start, taking.end)
    else:
        named = named_employer(taking, post, person)
    if named is None and role is not None and _FOUNDER.search(role.name):
        return None  # 将重新成为创始人: of what, is not said
    return named or guessed_employer(taking, role, person)


def _whose_duty(scene: Scene, start: int) -> Unit | None:
    """Return who had the work that 其职责由甲接管 hands over: the subject of what was told before."""
    first, _ = scene.clause(start)
    if _HIS_DUTY.match(scene.mask, first, start) is None:
        return None
    people, _ = scene.earlier(first)
    return people[0] if len(people) == 1 else None


def _more_posts(telling: Telling, person: Unit) -> Iterator[Draft]:
    """Yield the posts that are only named after the first: 担任O的R、O2的R2."""
    for hit in _chain(_ALSO_AT, telling):
        org, role = telling.scene.unit(hit), telling.scene.unit(hit, 2)
        if org is not None and role is not None:
            yield replace(telling, end=hit.end(), rule="post.also", score=0.55).into(person, org, role.name)


def _gapped(telling: Telling, org: Unit) -> Iterator[Draft]:
    """Yield the posts of the people whose predicate is only 为: 甲出任总裁,乙为首席财务官."""
    for hit in _chain(_GAPPED, telling):
        person, role = telling.scene.unit(hit), telling.scene.unit(hit, 2)
        if person is not None and role is not None:
            gapped = Telling(telling.scene, telling.trigger, hit.start(1), hit.end(), "post.gapped", 0.6)
            yield gapped.into(person, org, role.name)


def _chain(pattern: re.Pattern[str], telling: Telling) -> Iterator[re.Match[str]]:
    """Yield the matches that follow a telling without a gap."""
    at = telling.end
    while hit := pattern.match(telling.scene.mask, at):
        yield hit
        at = hit.end()
