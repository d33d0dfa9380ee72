"""Who a predicate is about: the name before it, a list after it, a pronoun's antecedent, the unsaid subject."""

from __future__ import annotations

import re

from quliu.extract.frames.antecedents import OF_TWO, PLURAL, PRONOUN, SINGULAR_PRONOUN, remembered
from quliu.extract.frames.clauses import Clauses
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Unit, UnitKind

Subject = tuple[tuple[Unit, ...], str, int]
"""Who a predicate is about, the device that tells, and where in the mask; nobody when unclear."""

_PEOPLE = re.compile(PEOPLE)
_NEAR = 24
"""More characters of the mask than any sign of a subject's place has."""
_LIGHT = re.compile(
    rf"(?:{TIME}|在[^,。\ue000-\uf7ff]{{1,5}}|[于在自从至后,、的]|随后|之后|此后|此前|不久|曾经?|先后|并且?|又|再次?|还|也|则|已经?|正式|宣布|决定|选择|将会?|即将|最终|终于|后来|同时|期间|于是|然后|继而|便|就|才|而后|接着|目前|现|因[^,。]{{1,10}}|计划|准备|拟|打算|一直|开始|转而|而是|而|其后|[年月]初?|时|再度|去年|今年|表示|称|确认|透露|被曝|以[^,。]{{1,8}}身份|进一步|官宣|主动|突然|另起炉灶|宣告|公开|发文|发帖|转身|回国|毕业|离职|直到|直至|一手|亲手|参与|牵头|独立|独自|共同|联合|一起|直接|陆续|接连|再|正在|筹备|[^,。]{{1,6}}期间|离开[^,。]{{0,10}}|{ORG}|{ROLE})*+\Z"
)
_SUBJECT_PLACE = re.compile(
    rf"(?:\A|[,;:。!?#“\"(《\[【▲>•①-⑳】-]|\d[.)、]|{ORG}|{ROLE}|{TIME}|的|而|但|据|随后|此后|另外|此外|同时|其中|如今|名|位|者|人|档|事|徒|之|主|父|母|将|干|才|物|星|帅|手|友|生|弟|妹|兄|哥|妻|子|匠|家|脑|侠|师|裔|籍|是|为|宣布|确认|表示|显示|指出|透露|消息|称|原|前|与此同时|当时|[05]后|岁|士|由|叫|员|说到|谈到|提到|聊到|至于|授|长)\s*\Z"
)
# Whom something is told to or done by is not whom the sentence is about.
_KIN = ("导师", "接班人", "继任者", "上司")
_OBLIQUE = re.compile(
    rf"(?:向|对|给|获得?|受|被|接替|取代|师从)(?:{ORG}|{ROLE}|的|、|现任|前|原|(?:即将|将要?|刚刚?|已经?|任期)?(?:退休|离任|离职|卸任|辞职|离开|退任|去世|届满|到期)的)*\Z"
)
# 甲的离职让O…: the sentence is about 甲.
_OWNS = re.compile(
    "[的之](?!职务|职位|角色|岗位|身份|(?:突然|主动|正式)?(?:离职|离开|出走|离任|辞职|退休|加入|加盟|回归|到来|任命|履新))"
)
_GIVEN_TO = re.compile(
    rf"(?:任命|委任|聘请|聘任|提拔|挖来|引进|引入|招揽|聘用)了?(?:{ORG}|{ROLE}|前|原|的|、){{0,6}}\Z"
)
_THEREUPON = re.compile("[^\ue000-\ue5ff,。;:]{2,24}(?:而|后|并|时|之际)\\Z")
_LOOSE = re.compile(rf"(?:{TIME}|{ROLE}|[^\ue000-\uf7ff,。;:]){{0,14}}")
_PARAGRAPHS = 3  # without a name through which a pronoun still finds its antecedent; chosen on train.jsonl
_FROM_PAPERS = re.compile(
    rf"(?:从|据|根据|按照?|翻看|查阅?)(?:{ORG}|的)*({PERSON})的[^,。;\ue000-\ue5ff]{{1,16}},(?:[他她](?!们)|其(?!中|他|实|余))"
)
_I = re.compile("我(?![们国司军省市])")
_LABEL = re.compile(f"(?:{ORG}|{ROLE}){{0,2}}({PERSON}):")
_IN_A_LIFE = re.compile(
    f"(?:{TIME}|(?:之后|随后|此后|后来|毕业后|[0-9]{{1,2}}岁)(?=[^,。;]))(?![^。;\ue000-\ue5ff]{{0,40}}(?:公司|团队|其|它))"
)
_ITEM = re.compile(r"\d{1,2}[.、)](?!\d)|[①-⑳•]|-(?!-)")
_PRONOUN_FIRST = re.compile(
    rf"(?:[,;:。]|——)(?:{TIME}|[但而且后此随]+)?(他们|她们|二人|两人|三人|他|她|前者|后者)(?!的)"
)
# With whom: the real subject stands before, or is unsaid (他和老同学甲一起创办).
_COMPANION = re.compile(
    rf"(?:和|与|同(?![学事时伴样乡窗门僚期年月日一为])|跟|联合|联手|携手|连同)(?:{ORG}|{ROLE}|[^\ue000-\uf7ff,。;:和与]){{0,12}}+\Z"
)
_WHERE = re.compile(f"{TIME}|在[^,。;\ue000-\uf8ff]{{1,6}}(?=创|成立|组建|加入)")  # 与甲在深圳创办
_TOGETHER = re.compile("一起|一同|共同|联合|联手|携手|双双|合伙|一道|先后")
# 甲和乙在丙被罢免后担任: 丙 belongs to the time of the predicate.
_WHILE = re.compile(rf"在(?:{ORG}|{ROLE}|前|原|时任|的){{0,4}}\Z")
_MEANWHILE = re.compile(rf"{PERSON}[^,。;\ue000-\ue5ff]{{1,12}}(?:后|之际|期间|时)")
_SAYING = re.compile("(?:表示|透露|指出|认为|写道|介绍|称|说)[,:]\\Z")
_REASON = re.compile("因为?(?=[^,。;]{0,24}[一-鿿]{2})[^,。;\ue000-\ue5ff]{2,24}\\Z")
_THEREFORE = re.compile("[^,。;]{0,40}?(?:而(?!且|是)|被|遭)")
_LISTING = re.compile(
    rf"({PERSON})(?:以及|和|与|、|及)(?:前|原|另一位|另一名|来自|曾任职于|曾供职于|曾任)?(?:{ORG})?(?:的|公司|前|原)?(?:{ROLE})?\Z"
)
_LISTED_BEFORE = re.compile(rf"({PERSON}),(?:以及|还有|及)[^。;:\ue000-\ue5ff]{{0,60}}\Z")
_LIST_CHARS = 64  # the widest match of _LISTED_BEFORE
_LIST_OPENS = re.compile(
    rf"[^。;\ue000-\ue5ff]{{2,40}}?(?:包括了?|还有|分别[是为]|有:|其中就?有|名单)(?=[^。;]{{0,40}}{PERSON})"
)
_COUNTED = re.compile(
    "[0-9二两三四五六七八九十几数多][名位个]?[^,。;:\ue000-\ue5ff]{0,10}?(?:人|者|员|家|师|管|成员|骨干)"
)
_COLON = re.compile(f"[^。;:\ue000-\ue5ff]{{0,30}}(?::|——)(?=(?:{ORG}|{ROLE}|的|前|原){{0,4}}{PERSON})")
_TOPIC = re.compile(
    rf"(?:{TIME},?|而|但|不过,?)?({PERSON})的(?![^,。;]{{0,6}}(?:[女儿]|妻|丈夫|父|母|弟|妹|哥|姐|同事|助手|副手|搭档|学生|导师|团队|公司|下属|老板|友|同学|继任|接班|伙伴|前任|上司|加入|离))[^,。;\ue000-\uf7ff]{{1,14}},"
)
_LIST_ENDS = re.compile("[。;!]|,(?=(?!以及|和|还有)[^,]{0,4}(?:后者|前者|他|她|而))")
_RELATIVE = re.compile(rf"[^,。;:\ue000-\ue5ff]{{2,16}}的[^,。;:\ue000-\ue5ff的]{{0,18}}?({PERSON})")
_OF_THEM = re.compile(
    rf"(?:的(?!确|新?(?:职位|职务|角色|身份|工作|去向|下一站))(?!(?:{TIME}|正式|突然|主动|最终)*\Z)|之[女子父母妻弟兄]|(?:的?爱|的?长|的?次|的?独)[子女]|(?:去世|逝世|病逝)[^,。]{{0,2}}后|旗下|名下|麾下)"
)
_WHOSE = re.compile(rf"(?:在{ORG})?的")
_SPEAKER_AFTER = re.compile(
    rf"[^。;:\ue000-\ue5ff]{{0,40}}[,!”\"](?:{ORG}|{ROLE}|的|前|原){{0,4}}({PERSON})[^,。;:]{{0,16}}(?:写道|表示|说|称|透露|宣布)"
)
# 与大学室友一起创办: somebody whose name no finder knows.
_WITH_SOMEBODY = re.compile(
    rf"(?:和|与|同|跟)(?:{ROLE}|{ORG}|[^,。;:\ue000-\uf7ff]){{2,16}}?(?:一起|一同|共同|联手|携手|合伙|一道)"
)
_WITH_COLLEAGUES = re.compile(
    "(?:和|与|同|跟)(?:[0-9一二三四五六七八九十两几多]+[名位个])?[^,。;:\ue000-\uf8ff]{0,5}?(?:同事|同学|好友|朋友|伙伴|校友|室友|合伙人)\\Z"
)
_QUOTE_ENDS = re.compile(r"[。!?][”\"] ?\Z")
_SPEAKER_FIRST = re.compile(
    rf"(?:{ORG}|{ROLE}|[^,。;:\ue000-\uf7ff]){{0,10}}({PERSON})[^,。;:\ue000-\ue5ff]{{0,16}}(?:写道|表示|说|称|透露|宣布)"
)
_BARRED_CHARS = 6
_FOUNDS = ("成立", "创", "设立", "注册", "组建")
_WITH = ("与", "和", "跟")
_BARRED = re.compile(
    r"(?:由|被|比|把|(?<![现存所正实都还仍])在|(?<!即)将|(?<!回)应|受|向|跟随|追随|随|任命|聘请|让|对|给|接替|取代|代替|师从|与|和|跟|继|接手|接任|接棒|顶替|接班|邀请|挖来|迎来|取代了?|接替了?)\Z"
)


def find_subject(clauses: Clauses, trigger: int, *, relative: bool = False) -> Subject:
    """Return who the predicate at a position is about, by which device, and where; nobody when unclear."""
    start, _ = clauses.clause(trigger)
    named = _named_subject(clauses, start, trigger)
    if named:
        people, at = _list_before(clauses, start, *named)
        return _with_companion(clauses, start, trigger, people, at)
    speaker = _speaker_after(clauses, start, trigger)
    if speaker:
        return speaker
    listed = _listed_after(clauses, trigger) or _counted_before(clauses, start, trigger)
    if listed:
        return listed[0], "listed", listed[1]
    described = _RELATIVE.match(clauses.mask, trigger) if relative else None
    if described:
        unit = clauses.unit(described)
        return ((unit,) if unit else ()), "relative", described.start(1)
    return _unnamed_subject(clauses, start, trigger, trigger)


def _speaker_after(clauses: Clauses, start: int, trigger: int) -> Subject | None:
    """Return who says of themselves, told after the words: “我已决定离开O”,甲写道."""
    if "我" not in clauses.mask[start:trigger] or clauses.people_in(0, trigger):
        return None
    hit = _SPEAKER_AFTER.match(clauses.mask, trigger)
    unit = clauses.unit(hit)
    following = clauses.memory.following
    if unit is None and following is not None and _QUOTE_ENDS.search(clauses.mask, trigger):
        told = _SPEAKER_FIRST.match(following.mask)
        unit = following.unit(told.start(1)) if told else None
    return ((unit,), "pronoun", start) if unit is not None else None


def _unnamed_subject(clauses: Clauses, start: int, end: int, trigger: int) -> Subject:
    """Return the subject of a clause that names nobody in [start, end): a pronoun's, or the unsaid one."""
    left = clauses.mask[start:end]
    if clauses.names_others(start, end):
        return (), "none", start
    if _I.search(left):
        speaker = _labelled(clauses) or clauses.memory.speaker_in(clauses.sentence.paragraph)
        if speaker is not None:
            return (speaker,), "pronoun", start
    left = _WITH_COLLEAGUES.sub("", _WITH_SOMEBODY.sub("", left))
    pronouns = list(PRONOUN.finditer(left))
    if pronouns:
        return remembered(clauses, start, pronouns[-1].group()), "pronoun", start + pronouns[-1].start()
    if _LIGHT.match(left):
        return _unsaid(clauses, start, trigger, "zero")
    if _SAYING.search(clauses.mask, max(0, start - 6), start):
        return (), "none", start  # 甲表示,某某升任: somebody whose name is not read
    if start and (_LOOSE.fullmatch(left) or _THEREUPON.fullmatch(left)):
        return _unsaid(clauses, start, trigger, "loose")
    return (), "none", start


def _labelled(clauses: Clauses) -> Unit | None:
    """Return whose name opens a line of an interview: 甲:我…."""
    return clauses.unit(_LABEL.match(clauses.mask))


def _with_companion(clauses: Clauses, start: int, trigger: int, people: tuple[Unit, ...], at: int) -> Subject:
    """Add the pronoun or unsaid subject to those with whom it acts: 他和甲一起创办; alone where they do not act."""
    companion = _COMPANION.search(clauses.mask, start, at)
    if companion is None or not people:
        return people, "named", at
    with_whom = clauses.people_in(start, companion.start())
    if with_whom:  # 甲同乙一起创办
        place, first = with_whom[-1]
        joint = _act_together(clauses, at, trigger) and companion.start() - place <= 1 + len(first) * 2
        return (tuple(dict.fromkeys((*first, *people))), "named", place) if joint else (people, "named", at)
    others, how, place = _unnamed_subject(clauses, start, companion.start(), trigger)
    if not others or how == "loose":
        return people, "named", at
    joint = _act_together(clauses, at, trigger)
    return tuple(dict.fromkeys((*others, *people))) if joint else others, how, place


def _act_together(clauses: Clauses, at: int, trigger: int) -> bool:
    """Tell whether the people at a position act with the subject: 他和甲一起创办, not 他和甲争吵后离开."""
    group = _PEOPLE.match(clauses.mask, at)
    between = clauses.mask[group.end() if group else at + 1 : trigger + 2]
    between = _WHERE.sub("", between)
    return len(between) <= 4 or _TOGETHER.search(between) is not None


def _named_subject(clauses: Clauses, start: int, trigger: int) -> tuple[tuple[Unit, ...], int] | None:
    for at, people in reversed(clauses.people_in(start, trigger)):
        if _is_aside(clauses, start, at, trigger):
            continue
        barred = _BARRED.search(clauses.mask, max(start, at - _BARRED_CHARS), at)
        link = barred.group() if barred else ""
        if link in _WITH and _act_together(clauses, at, trigger):
            return people, at
        if link == "在" and not (trigger == at + 1 and clauses.mask.startswith(_FOUNDS, trigger)):
            link = ""  # 在甲离职后; but 在张江成立 names a place
        if link not in ("", "由"):
            continue
        if _owns(clauses, at, trigger):
            return (), at
        return people, at
    return None


def _is_aside(clauses: Clauses, start: int, at: int, trigger: int) -> bool:
    """Tell whether a group of people only belongs to the reason of the predicate: 因批评甲而被解雇."""
    meanwhile = _WHILE.search(clauses.mask, max(start, at - 12), at)
    if meanwhile and _MEANWHILE.match(clauses.mask, at, trigger + 1):
        return bool(clauses.people_in(start, meanwhile.start()))
    if not _REASON.search(clauses.mask, max(start, at - 30), at):
        return False
    return _THEREFORE.match(clauses.mask, at + 1, trigger + 1) is not None


def _owns(clauses: Clauses, at: int, trigger: int) -> bool:
    """Tell whether people stand there only as whose somebody or something is: 甲的女儿加入, 甲离任之后乙."""
    group = _PEOPLE.match(clauses.mask, at)
    called = clauses.mask[at - 1 : at] == "叫"  # 这位叫甲的工程师 is 甲
    return group is not None and not called and _OF_THEM.match(clauses.mask, group.end(), trigger) is not None


def _listed_after(clauses: Clauses, trigger: int) -> tuple[tuple[Unit, ...], int] | None:
    """Return the people of a list that follows its predicate: 多名高管离任,其中包括R1甲、R2乙."""
    opening = _LIST_OPENS.match(clauses.mask, trigger)
    if opening is None:
        return None
    stop = _LIST_ENDS.search(clauses.mask, opening.end())
    end = stop.start() if stop else len(clauses.mask)
    found = clauses.sentence.find(PERSON, opening.end(), end)
    people = tuple(unit for at, unit in found if not _WHOSE.match(clauses.mask, at + 1))
    return (people, opening.end()) if people else None


def _counted_before(clauses: Clauses, start: int, trigger: int) -> tuple[tuple[Unit, ...], int] | None:
    """Return the people whom a predicate counts and a colon then names: 又有三人加入O:甲、乙和丙."""
    opening = _COLON.match(clauses.mask, trigger)
    if opening is None or not _COUNTED.search(clauses.mask, start, trigger):
        return None
    stop = _LIST_ENDS.search(clauses.mask, opening.end())
    end = stop.start() if stop else len(clauses.mask)
    found = clauses.sentence.find(PERSON, opening.end(), end)
    people = tuple(unit for at, unit in found if not _WHOSE.match(clauses.mask, at + 1))
    return (people, opening.end()) if len(people) > 1 else None


def _list_before(
    clauses: Clauses, start: int, people: tuple[Unit, ...], at: int
) -> tuple[tuple[Unit, ...], int]:
    """Extend a subject to the left over a list whose members have titles: O1的R1甲、O2的R2乙离职."""
    found = list(people)
    while True:
        hit = _LISTING.search(clauses.mask, start, at) or _LISTED_BEFORE.search(
            clauses.mask, max(0, at - _LIST_CHARS), at
        )
        unit = clauses.unit(hit)
        if hit is None or unit is None:
            return tuple(found), at
        found.insert(0, unit)
        at = hit.start(1)


def _unsaid(clauses: Clauses, start: int, trigger: int, how: str) -> Subject:
    """Return the unsaid subject of a clause; nobody when a quotation opens between it and the predicate."""
    people, at = earlier_subject(clauses, start)
    if people and at < start and clauses.mask.startswith(("以及", "和", "及"), start):
        people, at = _list_before(clauses, 0, people, at)  # O的R甲、R乙,以及部分员工加入
    elif people and how == "zero" and at < start:
        people, at = _list_before(clauses, clauses.clause(at)[0], people, at)  # O的R甲、R乙离职,加入O2
    opened = clauses.mask.rfind("“", 0, trigger)
    quoted = opened >= 0 and clauses.mask.find("”", opened, trigger) < 0
    if quoted and at <= opened:
        return (), "none", start
    return people, how, at


def earlier_subject(clauses: Clauses, start: int) -> tuple[tuple[Unit, ...], int]:
    """Return the subject of the clauses before a position and where it stands, else that of the sentences before."""
    groups = [(people, at) for at, people in clauses.people_in(0, start) if _is_in_subject_place(clauses, at)]
    spoken = list(_PRONOUN_FIRST.finditer(clauses.mask, groups[-1][1] if groups else 0, start))
    if spoken:
        pronoun = spoken[-1]
        return remembered(clauses, pronoun.start(1), pronoun.group(1)), pronoun.start(1)
    if groups:
        return groups[-1]
    if _ITEM.match(clauses.mask):
        return (), start  # an item of a list is about somebody else than the one before
    spoken_of = [hit.group() for hit in PRONOUN.finditer(clauses.mask, 0, start)]
    if spoken_of:
        pointing = next((word for word in spoken_of if word in OF_TWO or word in PLURAL), spoken_of[0])
        meant = remembered(clauses, 0, pointing) if pointing in OF_TWO else clauses.memory.subject
        return meant or remembered(clauses, 0, pointing), start
    owner = _TOPIC.match(clauses.mask, 0, start)
    if owner:  # 甲的嗅觉敏锐,大二就创办O
        return tuple(u for _, u in clauses.sentence.find(PERSON, owner.start(1), owner.end(1))), owner.start(
            1
        )
    near = clauses.memory.subject_paragraph >= clauses.sentence.paragraph - 1
    hero = clauses.memory.hero
    if hero is not None and not (near and clauses.memory.subject) and _IN_A_LIFE.match(clauses.mask):
        return (hero,), start
    return (clauses.memory.subject if near else ()), start


def _is_in_subject_place(clauses: Clauses, at: int) -> bool:
    """Tell whether a group of people stands where a subject stands: after a pause, a title or a link, not before 的."""
    if not _SUBJECT_PLACE.search(clauses.mask, max(0, at - _NEAR), at):
        return False
    before = clauses.sentence.unit(at - 1)
    if before is not None and before.kind is UnitKind.ROLE and before.name.endswith(_KIN):
        return False  # 拿下学位,导师甲
    if _OBLIQUE.search(clauses.mask, max(0, at - 12), at):
        return False
    group = _PEOPLE.match(clauses.mask, at)
    return group is None or _OWNS.match(clauses.mask, group.end()) is None


def _spoken_of(clauses: Clauses) -> list[tuple[Unit, ...]]:
    """Return whom a pronoun of the sentence means that stands after a name: 从甲的履历来看,他…."""
    owner = _FROM_PAPERS.match(clauses.mask)
    unit = clauses.unit(owner)
    return [(unit,)] if unit else []


def learn_subject(clauses: Clauses) -> None:
    """Note whom the next sentence may mean by a pronoun or by nothing; a paragraph without them ends that."""
    named = clauses.people_in(0, len(clauses.mask))
    groups = [people for at, people in named if _is_in_subject_place(clauses, at)]
    speaker = _labelled(clauses)
    if speaker is not None:
        clauses.memory.speaker = (clauses.sentence.paragraph, speaker)
    everybody = tuple({u.name: u for _, u in clauses.sentence.find(PERSON)}.values())
    if len(everybody) > 1:
        clauses.memory.several, clauses.memory.several_paragraph = everybody, clauses.sentence.paragraph
        lists = (_list_before(clauses, 0, people, at)[0] for at, people in named)
        clauses.memory.listed = next((people for people in reversed([*lists]) if len(people) > 1), ())
    if not groups:
        groups = _spoken_of(clauses) or _appointed(clauses) or clauses.memory.told_in(clauses.sentence)
    if groups:
        clauses.memory.subject = groups[0]
        clauses.memory.subject_paragraph = clauses.sentence.paragraph
    elif PRONOUN.search(clauses.mask) and clauses.memory.subject_paragraph >= clauses.sentence.paragraph - (
        _PARAGRAPHS if SINGULAR_PRONOUN.search(clauses.mask) else 1
    ):
        clauses.memory.subject_paragraph = clauses.sentence.paragraph
    elif clauses.memory.subject_paragraph < clauses.sentence.paragraph - _PARAGRAPHS:
        clauses.memory.subject = ()


def _appointed(clauses: Clauses) -> list[tuple[Unit, ...]]:
    """Return the only person of a sentence where a firm gives them a post: O任命甲为R. 他此前…"""
    named = clauses.people_in(0, len(clauses.mask))
    if len(named) != 1 or len(named[0][1]) != 1:
        return []
    at, people = named[0]
    return [people] if _GIVEN_TO.search(clauses.mask, max(0, at - 16), at) else []
