"""Whether a verb of posts tells of a beginning (2025年起担任, 将兼任) rather than a state (一直担任)."""

from __future__ import annotations

import re

from quliu.extract.frames.employers import has_arrived
from quliu.extract.frames.predicate import Predicate
from quliu.extract.units.unit import ORG, PERSON, ROLE, TIME

# Verbs of posts that may also tell of a state; all others tell of a change by themselves.
_MAY_LAST = frozenset(
    "担任 任 兼任 任职 就职 为 成为 成了 上任 代行 坐上 坐镇 负责".split()  # noqa: SIM905
)
_NEW = re.compile(
    r"将|拟|现已|正式|宣布|开始|新任|起|任命|晋升|升|转|改|接|继|选|获|受|出任|就任|成为|上任|后\Z|,\Z|并\Z|由"
)
_HELD = re.compile(
    r"曾|继续|留任|此前|先后|历任|目前|现(?!已)|(?<![临暂])时\Z|期间|仍|长期|正|同时|也是|还是|都|同样|原本|一直"
    r"|(?:离职|离开|辞职|退休|卸任|离任|加入|入职|创业|跳槽)之?前,?\Z"
)
_HELD_BEFORE = re.compile(rf"(?:此前|目前|先后|期间|当时|长期|现|时),?(?:{ORG}|{ROLE}|的|由)*\Z")
_PLANNED = re.compile("将(?!继续)|被任命|正式")
_SINCE = re.compile("起|以来|至今|开始")
_GONE_BEFORE = re.compile("离职|辞职|离开|辞去|辞任|免职|卸任|退休|离任|告别|转[向移入投]")
_CHANGE = re.compile(
    rf"(?:转任|调任|升任|出任|接任|改任|任命|聘任|聘请|晋升|获任|当选)[^。;]{{0,30}}{ROLE}[^。;]{{0,30}}\Z"
)
_NEAR = 80  # no longer than _CHANGE can be
_ALSO = re.compile("并|还|同时|亦|也|且")
_RESHUFFLE = re.compile("调整|任命|选举|聘任|当选|轮岗|换帅|变动|变更|人事|接班|汇报|下设")
# 成为O的第三位联合创始人
_BECOMES = re.compile(
    rf"成[为了]了?(?:{ORG})的?(?:第[^,。;\ue000-\uf7ff]{{1,4}}[位名个]|首[位名个任]|新任?|新一任|最新|最年轻)"
)
_AT_ONCE = re.compile(rf"{PERSON}(?:将|正式)?\Z")
_FORMER_AT_ONCE = re.compile(rf"(?:原|前)(?:{ORG})[^,]{{0,12}}{PERSON}\Z")
_BARE_PERSON = re.compile(rf"\A(?:而|并)?(?:{ORG})?(?:{ROLE})?{PERSON}(?:则|将)?\Z")
_PERSON_LAST = re.compile(rf"{PERSON}\Z")
_TITLED_LAST = re.compile(rf"{ROLE}{PERSON}\Z")


def may_last(verb: str) -> bool:
    """Tell whether a verb of posts may tell of a state as well."""
    return verb in _MAY_LAST


def is_reshuffle(mask: str) -> bool:
    """Tell whether a sentence announces who gets which post."""
    return _RESHUFFLE.search(mask) is not None


def is_held(words: str) -> bool:
    """Tell whether words before a verb make it one of a state: 目前, 一直."""
    return _HELD.search(words) is not None


def follows_change(mask: str, at: int) -> bool:
    """Tell whether the words before a position have given somebody a post: 任命甲为R,…."""
    return _CHANGE.search(mask, max(0, at - _NEAR), at) is not None


def tells_change(taking: Predicate) -> bool:
    """Tell whether a verb of posts tells of a beginning rather than a state."""
    scene, (first, _) = taking.scene, taking.clause
    begins = not may_last(taking.verb) or any(has_arrived(scene, p) for p in taking.people) or _begins(taking)
    if not begins:
        return False
    # 此前负责质量的甲调任, 同时宣布甲出任: what stands before the name need not be said of the verb.
    own = taking.at if taking.how == "named" and taking.at >= first else first
    lasting = _HELD.search(scene.mask, own, taking.start) or _HELD_BEFORE.search(scene.mask, first, own)
    if not lasting:
        return True
    planned = _PLANNED.search(taking.left) or _SINCE.search(scene.mask, 0, taking.start)
    return planned is not None or _is_since(taking)


def _is_since(taking: Predicate) -> bool:
    """Tell whether the time of a predicate is one from which on it holds: 2005年以来,甲一直担任."""
    times = taking.scene.sentence.find(TIME, max(0, taking.clause[0] - 2), taking.start)
    return bool(times) and _SINCE.search(times[-1][1].name) is not None


def _begins(taking: Predicate) -> bool:
    """Tell whether 担任, 任, 成为, 负责 tell of a beginning rather than a state."""
    scene, verb, how = taking.scene, taking.verb, taking.how
    if verb == "兼任":
        return how == "by" or _begins_beside(taking)
    if verb == "负责":
        return how == "by"
    if how in ("by", "after") or _NEW.search(taking.left):
        return True
    if how == "named" and _named_begins(taking):
        return True
    if verb == "成了" and how in ("named", "pronoun") and scene.sentence.find(TIME, 0, taking.start):
        return True
    if (how != "named" or verb == "成为") and _GONE_BEFORE.search(scene.mask, 0, taking.start):
        return True
    return bool(scene.sentence.find(TIME, taking.clause[0], taking.start)) or _is_since(taking)


def _begins_beside(taking: Predicate) -> bool:
    """Tell whether 兼任 tells of a beginning: 将兼任, and where another post is given: 出任R,并兼任R2."""
    mask, left = taking.scene.mask, taking.left
    if left.endswith("将") or (taking.how == "named" and is_reshuffle(mask)):
        return True
    also = taking.how == "named" or _ALSO.match(left) is not None
    return also and follows_change(mask, taking.clause[0])


def _named_begins(taking: Predicate) -> bool:
    """Tell whether a post of somebody named in the clause begins, though no word says so: O前R甲任R2."""
    mask, left = taking.scene.mask, taking.left
    if taking.verb == "为" or _BECOMES.match(mask, taking.start):
        return True
    at_once = taking.scene.sentence.heading and _AT_ONCE.search(left)
    bare = taking.verb.startswith("任") and _PERSON_LAST.search(left)
    beside_change = _BARE_PERSON.search(left) and follows_change(mask, taking.start)
    if at_once or bare or beside_change or _FORMER_AT_ONCE.search(left):
        return True
    return is_reshuffle(mask) and _TITLED_LAST.search(left) is not None
