"""Joining an organisation and taking up a post: 加入, 入职, 跳槽到; 担任, 出任, 升任."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quliu.extract.frames.draft import Draft
from quliu.extract.frames.scene import Scene
from quliu.extract.units import ORG, PERSON, ROLE, Unit, UnitKind
from quliu.model import Side

_UNNAMED = re.compile("了?(?:一家|某|另一家|一所|一个)[^,。;的]{0,12}")
_HERE = re.compile("了?(?:公司|该公司|团队|其中|这家公司|本公司|我们|集团|创始团队|董事会|创业团队|项目组)")
_OBJECT = re.compile(
    rf"(?:了|过|至|到|于|为|成为|进|进了|老东家|前东家|竞争对手|知名|[^\ue000-\uf7ff,。;:]{{0,14}}?)(?:{ORG}的)?({ORG})(?:[^\ue000-\uf7ff,。;]{{0,6}}的({ORG}))?"
)
_SOURCE = re.compile(rf"(?:从|由|自)({ORG})(?:的|公司)?(?:{ROLE})?[^,。;\ue000-\uf7ff]{{0,6}}\Z")
_NOT_PEOPLE = re.compile("讨论|战局|竞争|战场|阵营|行列|赛道|大军|群聊|购物车|联盟|协议|生态|计划")
_STUDIES = re.compile("攻读|就读|读博|读研|深造|求学|学习|留学|学位|本科|硕士|博士(?!后)")


def find_joins(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of joining at [start, end) of the mask: the organisation follows it."""
    people, how, at = scene.subject(start, relative=True)
    if not people:
        return
    _, clause_end = scene.clause(start)
    verb = scene.mask[start:end]
    if scene.mask[start - 1 : start] == "的":
        return  # 她的加入 is spoken of, not told
    org, stop = _object(scene, end, clause_end)
    if _STUDIES.search(scene.mask, end, min(len(scene.mask), clause_end + 12)):
        return
    if org is None and verb == "空降":
        org, stop = scene.memory.topic, end
    if verb in ("去", "赴") and stop != end + 1:
        return
    if re.match("之?前|以前", scene.mask[stop : stop + 2]):
        return
    if org is None:
        if _NOT_PEOPLE.search(scene.mask, end, clause_end):
            return
        unnamed = _UNNAMED.match(scene.mask, end, clause_end)
        if unnamed and verb in _STRICT:
            stop = unnamed.end()
        elif _HERE.match(scene.mask, end, clause_end) and verb in _STRICT:
            near = scene.last_org(0, start)
            org, stop = near[1] if near else scene.memory.topic or scene.memory.default, end + 2
            if org is None:
                return
        else:
            return
    if verb not in _STRICT and (how == "loose" or (org is not None and org.weight < 0.6)):
        return
    role = scene.role_after(stop, _sentence_part(scene, stop)) or _role_before(scene, start)
    time = scene.time(start)
    left = scene.mask[scene.clause(start)[0] : start]
    for person in people:
        scene.memory.joined[person.name] = scene.sentence.paragraph
    score = {"named": 0.8, "relative": 0.6, "listed": 0.7, "pronoun": 0.7, "zero": 0.65, "loose": 0.55}[
        how
    ] * (1.0 if verb in _STRICT else 0.8)
    for person in people:
        yield Draft(
            person,
            Side.INTO,
            org,
            role.name if role else None,
            scene.sentence,
            min(at, start),
            stop,
            start,
            f"join.{how}",
            score,
            time,
        )
        source = _SOURCE.search(left)
        if source:
            position = scene.clause(start)[0] + source.start(1)
            yield Draft(
                person,
                Side.OUT,
                scene.sentence.unit(position),
                None,
                scene.sentence,
                min(at, position),
                stop,
                start,
                "join.from",
                score,
                time,
            )
            continue
        yield from _apposed_source(scene, person, at, org, start, stop, score, how)


_STRICT = frozenset(
    [
        "加入",
        "入职",
        "加盟",
        "重返",
        "重新加入",
        "回归",
        "跳槽至",
        "跳槽到",
        "转投",
        "供职于",
        "就职于",
        "任职于",
        "入主",
        "回到",
        "投奔",
        "跳槽",
        "转会",
        "归队",
    ]
)
_LEAVING = frozenset(["跳槽至", "跳槽到", "转投", "跳槽", "投奔", "回到", "转会"])


_CAPACITY = re.compile(
    rf"(?:以|作为)[^,。;\ue000-\uf7ff]{{0,8}}({ROLE})(?:的?身份|一职|,)?[^,。;\ue000-\uf7ff]{{0,4}}\Z"
)


def _role_before(scene: Scene, start: int) -> Unit | None:
    """Return the role of 以顾问身份加入."""
    hit = _CAPACITY.search(scene.mask[:start], max(0, start - 30))
    return scene.sentence.unit(hit.start(1)) if hit else None


def _apposed_source(
    scene: Scene, person: Unit, at: int, org: Unit | None, start: int, stop: int, score: float, how: str
) -> Iterator[Draft]:
    """Yield the post left behind that stands beside the name: 星帆智能首席科学家贾明白加入字节."""
    beside = scene.apposition(_position(scene, person, at), person)
    shifts = scene.mask[start : start + 2] in ("转岗", "调任", "调往")
    if (
        how != "named"
        or beside is None
        or beside.org is None
        or (beside.former and not shifts)
        or _same(beside.org, org)
    ):
        return
    if (
        beside.role is None
        or "创始" in beside.role.name
        or ("联创" in beside.role.name[-2:] and "技术" not in beside.role.name)
    ):
        return
    if scene.sentence.position(beside.org.span.start) > start:
        return
    role = beside.role.name
    verb_gives = scene.mask[start : start + 3] in _LEAVING or scene.mask[start : start + 2] in _LEAVING
    yield Draft(
        person,
        Side.OUT,
        beside.org,
        role,
        scene.sentence,
        scene.sentence.position(beside.org.span.start),
        stop,
        start,
        "join.apposed",
        score * (0.9 if verb_gives else 0.7),
        scene.time(start),
    )


def _object(scene: Scene, start: int, end: int) -> tuple[Unit | None, int]:
    hit = _OBJECT.match(scene.mask, start, end)
    if not hit:
        return None, start
    at = hit.start(2) if hit.group(2) else hit.start(1)
    return scene.sentence.unit(at), at + 1


def _sentence_part(scene: Scene, start: int) -> int:
    """Return where the talk of this person ends: at the next person, or the end of the sentence."""
    following = scene.sentence.find(PERSON, start)
    return following[0][0] if following else len(scene.mask)


def _position(scene: Scene, person: Unit, at: int) -> int:
    found = scene.sentence.place(person)
    return found if found >= at else at


def _same(one: Unit, other: Unit | None) -> bool:
    return other is not None and (
        one.name == other.name or (one.lexicon_id is not None and one.lexicon_id == other.lexicon_id)
    )


_POST = re.compile(
    rf"(?:了|为)?(?:其|新的?|新任|新一任|公司的?|集团|全球|该公司|该[行校院部司]|本行|{ORG}的?)*(?P<org>{ORG})?(?:的|新任|新|首任|首位|、)?[^\ue000-\uf7ff,。;:]{{0,10}}(?P<role>{ROLE})"
)
_NEW = re.compile(
    r"将|拟|正式|宣布|新任|起|任命|晋升|升|转|改|接|继|选|获|受|出任|就任|成为|上任|后\Z|,\Z|并\Z|由"
)
_HELD = re.compile(
    r"曾|继续|留任|此前|先后|历任|目前|现(?!已)|时\Z|期间|仍|长期|正|同时|也是|还是|都|同样|原本|一直"
)
_CHANGES = frozenset(
    [
        "出任",
        "就任",
        "升任",
        "晋升为",
        "晋升",
        "升为",
        "升职为",
        "转任",
        "改任",
        "调任",
        "接任",
        "继任",
        "当选为",
        "当选",
        "获委任为",
        "获任",
        "受聘为",
        "受聘",
        "出掌",
        "被任命为",
        "被聘为",
        "被提拔为",
        "获聘为",
        "接管",
        "接手",
        "执掌",
        "掌管",
    ]
)


_LICENSED = re.compile(rf"({PERSON})(?:先生|女士)?({ORG})(?:的|[^\ue000-\uf7ff,。;]{{0,8}})({ROLE})?的?\Z")


_NEWLY = re.compile(rf"(?:的|[^\ue000-\uf7ff,。;:]{{0,6}})({ROLE})({PERSON})")


def find_newcomers(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 新任, 即将上任的 at [start, end) of the mask: the role and the person follow, the organisation stands before."""
    hit = _NEWLY.match(scene.mask, end)
    before = scene.last_org(max(0, start - 4), start)
    person = scene.sentence.unit(hit.start(2)) if hit else None
    org = before[1] if before else scene.memory.topic or scene.memory.default
    role = scene.sentence.unit(hit.start(1)) if hit else None
    if hit is None or person is None or role is None or org is None:
        return
    yield Draft(
        person,
        Side.INTO,
        org,
        role.name,
        scene.sentence,
        before[0] if before else start,
        hit.end(),
        start,
        "post.new",
        0.6,
        scene.time(start),
    )


def find_licences(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read 任职资格 at [start, end) of the mask: a regulator lets a person take up the post named before it."""
    hit = _LICENSED.search(scene.mask[:start])
    person = scene.sentence.unit(hit.start(1)) if hit else None
    if hit is None or person is None:
        return
    role = scene.sentence.unit(hit.start(3)) if hit.group(3) else None
    yield Draft(
        person,
        Side.INTO,
        scene.sentence.unit(hit.start(2)),
        role.name if role else None,
        scene.sentence,
        hit.start(1),
        end,
        start,
        "post.licence",
        0.8,
        scene.time(start),
    )


def find_posts(scene: Scene, start: int, end: int) -> Iterator[Draft]:
    """Read a verb of taking up a post at [start, end) of the mask: the role follows it."""
    clause_start, clause_end = scene.clause(start)
    hit = _POST.match(scene.mask, end, clause_end)
    if hit and re.compile(PERSON).match(scene.mask, hit.end()):
        return  # 成为CEO甲的一员: the title is another's
    verb = scene.mask[start:end]
    left = scene.mask[clause_start:start]
    if not hit and verb not in _TAKING:
        return
    if not hit and verb in _BUYING and not _BY.search(scene.mask[:start], clause_start):
        return
    people, how, at = _holder(scene, start)
    if not people:
        return
    time = scene.time(start)
    arrived = any(scene.memory.joined.get(p.name, -9) >= scene.sentence.paragraph - 1 for p in people)
    if verb not in _CHANGES and not arrived and not _begins(scene, left, how, start, clause_start):
        return
    if _HELD.search(left) and not (
        re.search("将|被任命|正式", left) or re.search("起|以来", scene.mask[:start])
    ):
        return
    role = scene.sentence.unit(hit.start("role")) if hit else None
    org = _team_between(scene, hit) or _post_org(scene, hit, start, clause_start, people[-1], at)
    if org is None and role is None:
        return
    if org is None:
        return
    stop = hit.end() if hit else end
    base = 0.7 if verb in _CHANGES else 0.55
    for person in people:
        yield Draft(
            person,
            Side.INTO,
            org,
            role.name if role else None,
            scene.sentence,
            min(at, start),
            stop,
            start,
            f"post.{how}",
            base,
            time,
        )
        beside = scene.apposition(_position(scene, person, at), person)
        source = re.search(rf"由({ORG})(?:的)?({ROLE})?\Z", left)
        if source:
            old_role = scene.sentence.unit(clause_start + source.start(2)) if source.group(2) else None
            yield Draft(
                person,
                Side.OUT,
                scene.sentence.unit(clause_start + source.start(1)),
                old_role.name if old_role else None,
                scene.sentence,
                min(at, start),
                stop,
                start,
                "post.from",
                base,
                time,
            )
        elif verb in _SHIFTS and beside and beside.org is not None:
            begin = min(at, scene.sentence.position(beside.org.span.start))
            old = beside.role.name if beside.role else None
            yield Draft(
                person,
                Side.OUT,
                beside.org,
                old,
                scene.sentence,
                begin,
                stop,
                start,
                "post.shift",
                base,
                time,
            )


_BUYING = frozenset(["接管", "接手", "执掌", "掌管"])  # 马斯克接管Twitter: a firm may also be bought
_SHIFTS = frozenset(["转任", "改任", "调任"])
_TAKING = frozenset(["接管", "接手", "执掌", "掌管", "上任", "就任", "接任", "继任"])
_BY = re.compile(
    rf"(?:由|任命|委任|聘请|提拔|让|选举|推选|邀请|请|派)(?:{ORG})?(?:的|前|原)?(?:{ROLE})?({PERSON})(?:正式|暂时?|来|临时|同时|全面)*\Z"
)


def _holder(scene: Scene, start: int) -> tuple[tuple[Unit, ...], str, int]:
    clause_start, _ = scene.clause(start)
    by = _BY.search(scene.mask[:start], clause_start)
    if by:
        person = scene.sentence.unit(by.start(1))
        return ((person,) if person else ()), "by", by.start(1)
    return scene.subject(start)


def _begins(scene: Scene, left: str, how: str, start: int, clause_start: int) -> bool:
    """Tell whether 担任, 任, 成为, 负责 tell of a beginning rather than a state."""
    if scene.mask[start : start + 2] in ("负责", "兼任"):
        return how == "by"
    if how == "named" and scene.sentence.heading and re.search(rf"{PERSON}(?:将|正式)?\Z", left):
        return True
    if how == "named" and scene.mask[start] == "任" and re.search(rf"{PERSON}\Z", left):
        return True
    if how == "named" and re.search(rf"(?:原|前)(?:{ORG})[^,]{{0,12}}{PERSON}\Z", left):
        return True
    if how == "by":
        return True
    if _NEW.search(left):
        return True
    if scene.mask[start : start + 2] == "成为" and re.search(
        "离职|辞职|离开|辞去|免职|卸任", scene.mask[:start]
    ):
        return True
    if scene.mask[start : start + 2] == "成为":
        return bool(scene.sentence.find("[\uf200-\uf7ff]", clause_start, start)) or "正式" in left
    return bool(scene.sentence.find("[\uf200-\uf7ff]", clause_start, start))


_TEAM = re.compile(
    rf"(?:了|为|其|新组建的|新设立的|新的?|公司|集团)*([一-鿿A-Za-z0-9、&/]{{2,12}}(?:部|中心|业务|团队|事业群|委员会|板块|平台|线|研究院|实验室|学院|BG|BU))的?(?=首席|首任|新任|{ROLE})"
)


def _team_between(scene: Scene, hit: re.Match[str] | None) -> Unit | None:
    """Return the unknown team that stands between a verb and the role: 任金教业务中心负责人."""
    if hit is None or scene.orgs_in(hit.start(), hit.end()):
        return None
    team = _TEAM.match(scene.mask, hit.start(), hit.end())
    if team is None:
        return None
    span = scene.sentence.to_text(team.start(1), team.end(1))
    return Unit(UnitKind.ORG, span, team.group(1), False, 0.6)


def _post_org(
    scene: Scene, hit: re.Match[str] | None, start: int, clause_start: int, person: Unit, at: int
) -> Unit | None:
    if hit:
        inside = scene.last_org(hit.start(), hit.end())
        if inside:
            return inside[1]
    left = scene.last_org(clause_start, start)
    if left and left[0] < at:
        return left[1]
    beside = scene.apposition(_position(scene, person, at), person)
    if beside and beside.org is not None and not beside.former:
        return beside.org
    earlier = scene.last_org(0, start)
    if earlier:
        return earlier[1]
    return scene.memory.orgs.get(person.name) or scene.memory.topic or scene.memory.default
