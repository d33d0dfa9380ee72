"""How far a text vouches for a draft: status and attribution, from cue words in scope of the trigger."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from quliu.extract.units.unit import ORG, OUTLET, PEOPLE, PERSON, ROLE, TIME, Sentence, Unit, UnitKind
from quliu.extract.words import one_of
from quliu.lexicon.lexicon import Lexicon
from quliu.model import Status

# An event that was over so many days before the document is retold, not announced: on train.jsonl (2026-11)
# "reported" is right for 15 of the 18 such half-moves that have a cue of confirming.
_RETOLD = 180

_SOON = 45  # days in which what was announced as to come may still be to come
_TIME = re.compile(TIME)
_REACH = 200  # characters of the mask to look at on either side: keeps reading linear

_UNITS = "\ue000-\uf8ff"
_HEADLINE_HEARSAY = re.compile(r"[# ]*(?:传|曝)(?!统|媒|播|感|奇|动)")
_BACKED = re.compile("已经?离")
# Talk without any source stays talk, however it tells the event: 网传甲已离职.
_MERE_TALK = re.compile("传闻|传言|网传|盛传|坊间|疑似|市传|业内传")
# 甲并未离职, 甲仍在正常工作: what a later sentence holds against a report.
_STILL_THERE = re.compile(
    rf"(?:并未|没有|并没有|从未|未曾|不会|不存在)(?:从{ORG})?(?:离职|离开|辞职|卸任|加入|入职|跳槽)|(?:仍|还|依然)(?:在|于)?(?:{ORG})?(?:正常|在职|在岗|任职)(?:工作|履职|上班|办公|任职)?"
)
# 传出将加入O,但最终未能成行
_FELL_THROUGH = re.compile(
    rf"[^。;\ue000-\ue5ff]{{0,30}},(?:但|不过|然而)[^,。;{_UNITS}]{{0,6}}(?:未能?成行|没有?能?成行|未果|告吹|作罢|未能如愿|不了了之)"
)
_HANDED_ON = re.compile(
    "(?:并|将|均|职务|其?职位|一职|公司)*由|(?:并|董事会|公司|同时|已|将|拟)+(?=委任|任命|聘任)"
)
# O宣布三项任命:甲任R,乙任R2
_LIST_ANNOUNCED = re.compile(
    rf"(?:宣布|公布|公告|官宣)了?[^,。;:{_UNITS}]{{0,12}}(?:任命|人事(?:调整|变动|变更)|(?:高管|管理层|组织架构)[^,。;:{_UNITS}]{{0,4}}(?:调整|变动))[^,。;:{_UNITS}]{{0,4}}[:,]"
)
_ANSWERS = re.compile("回应|表示|回复|称|否认|澄清|告诉")
_TALKED_OF = re.compile("传|报道|消息|媒体|爆料|曝")
_ANSWERED = re.compile("被证实|(?<!未)回应称|已确认")
_MAYBE = re.compile(rf"(?:可能|也许|或许|有望|恐)(?:会|将|要|即将)?[^,。;{_UNITS}]{{0,4}}\Z")
_RUMOUR_AFTER = re.compile(
    rf"[^,。;:{_UNITS}]{{0,6}}的?(?:传闻|传言|流言|风声)"
    rf"|[^,。;:{_UNITS}]{{0,4}},(?:据|有)?[^,。;:{_UNITS}]{{0,8}}(?:人士|员工|爆料人?)(?:透露|称|表示|说|爆料|告诉)"
)
_INSIDER = rf"(?:[0-9一二两三多几数]+余?[位名个](?:{ORG}|的|前|现|离职|在职)*(?:{ROLE}|人|员工)|人士|员工|的人|人们|朋友|者)"
_INSIDER_TELLS = re.compile(rf"{_INSIDER}[^,。;:{_UNITS}]{{0,4}}(?:透露|爆料)")
_UNSURE = re.compile(
    r"(?:未|无法|不能|没有|尚待|有待|拒绝|不愿|不予|将|将会|或|即)(?:对此|向[^,。]{1,6}|被|经)?\Z"
)
# 甲离职?公司回应:不实. A question of who, why or how is answered otherwise.
_ASKS_MORE = re.compile("为什么|为何|谁|何时|怎么|哪|什么|如何|几时|多少")
_ANSWER = re.compile(
    "[^。;?!]{0,24}?(?:回应|表示|回复|称|否认|辟谣|澄清|确认|证实|:)|(?=谣言|假消息|假的|不实|纯属)"
)
_ANSWER_CHARS = 16
_TRUE = re.compile("属实|确认|证实|情况真实")
_BACKS_AFTER = re.compile(r"[^。;]{0,20}?(?:证实|属实|官宣|得到确认|已确认)")
_FIRST_PERSON = re.compile(
    rf"我们?(?:[^,。;{_UNITS}]{{0,6}})(?:将|会|决定|要|正式|已经|今天)[^,。;{_UNITS}]{{0,4}}\Z"
    rf"|我(?![们的])(?:{TIME}|[^,。;{_UNITS}的曾没未不]){{0,8}}(?:[从在]{ORG}的?)?\Z"
)
_CAREER = re.compile("曾|此前|先后|早年|毕业|历任|当时|时任|之前")
_FOUNDS = re.compile("创办|创立|创建|创始|开创|成立|组建")
_OTHER_DEAL = re.compile("收购|投资|融资|关闭|停|并购")
_WISHES = re.compile(
    rf"(?:(?:曾|一度)(?:[^,。;{_UNITS}]{{0,4}})(?:考虑|打算|计划|准备|有意)|考虑过|想过|(?<![设联感理思猜])想)[^,。;\ue000-\ue5ff]{{0,3}}\Z"
    rf"|考虑过[^。;,\ue000-\ue5ff]{{0,8}},[^。;,{_UNITS}]{{0,3}}\Z"
)
_CALLS_FOR = re.compile(
    rf"(?:呼吁|敦促|要求|施压|劝说?|逼)(?:{ORG}|{ROLE}|前|的)*{PERSON}[^,。;{_UNITS}]{{0,4}}\Z"
)
# 没有像外界传言的那样离开
_NOT_AS_SAID = re.compile("(?:没有?|未|不会?)(?:像|如)[^,。;]{1,16}(?:那样|那般|一样|所说)[^,。;]{0,6}\\Z")
_NO_OMEN = re.compile("没有(?:任何)?(?:征兆|预兆|预告|通知|理由|悬念|解释)")
# What a denial in a later clause or sentence must point back with to mean the event told before.
_POINTS_BACK = re.compile(
    f"[此该这]|上述|相关|有关|传闻|消息|传言|说法|报道|谣言|网传|回应|本人|官方|公司|{ORG}|{PERSON}"
)
_NOT_DENIED = re.compile("(?:(?:未|没有|不|拒绝)[^,。]{0,2}|(?:曾|此前|一度)[^,。]{0,4})\\Z")
_MOVES = "离|加入|跳槽|卸任|辞|入职|出走|退休|下课"
_OTHER_MATTER = re.compile(
    rf"[^,。;:{_UNITS}]{{0,6}}[\ue000-\uebff](?!的?(?:相关|有关)?(?:传闻|消息|传言|说法|报道|谣言))(?![^,。;]{{0,10}}(?:{_MOVES}))[^,。;]{{2}}"
    rf"|(?!的?(?:{_MOVES}))[^,。;:{_UNITS}]{{2,6}}[\ue600-\uebff]"
)

_SPEAKS = (
    "宣布|官宣|证实|确认|表示|表态|称|透露|公告|发文|发帖|爆料|报道|(?<!的)消息|披露|获悉|通知|指出|写道|介绍"
)
_SPEAKER = re.compile(
    rf"(?P<unit>{PERSON}|{ORG}|{OUTLET})[^,。;:\ue000-\ue5ff]{{0,16}}?(?:{_SPEAKS})"
    rf"|(?P<words>(?:[一两二三多几数][名位个]|接近)?[^,。;:、据称有{_UNITS}]{{0,8}}?(?:知情人士?|消息人士|内部人士|知情者|业内人士|人士|网友))[^,。;:{_UNITS}]{{0,6}}?(?:{_SPEAKS})"
)
_SOURCE = re.compile(
    r"(?:据|根据)([^,。;:]{1,24}?)(?:报道|消息|爆料|透露|称|披露|介绍|获悉)|([\uf800-\uf8ff]|[^,。;:\s]{1,10})(?:有?报道称|独家获悉|获悉)"
)
_GROUP = re.compile(PEOPLE)
_TELLS = re.compile("报道|消息|爆料|透露|称|披露|介绍|获悉")  # no source without one of these
_AROUND_SOURCE = re.compile("\\A从|(?:今[日天晨]|昨[日天]|处|那里|方面|独家|最新|的)+\\Z")
_DONE = re.compile("[^,。;]{2,8}了")
_NOT_BACKED = re.compile("未|无法|没有")
_OPENS_SPEECH = re.compile("[,:]")
_LETTERS = ("内部信", "全员信", "内部邮件")
_SAYS_SO = ("宣布", "公告", *_LETTERS, "官宣", "证实", "发布声明", "发布消息", "内部公布", "公布", "新闻稿")
_PUBLISHED = (*_LETTERS, "公开信", "任命通知", "人事公告")
ANNOUNCING = frozenset((*_SAYS_SO, *_PUBLISHED))
"""Words one of which every sentence has that `announces`."""

_ANNOUNCES = re.compile(
    rf"(?:{ORG}(?!上|平台|账号)|公司|董事会)[^,。;\ue000-\ue5ff]{{0,14}}(?:{'|'.join(_SAYS_SO)})"
    rf"|(?:发布?|发出|公开|发送)[^,。;]{{0,4}}(?:{'|'.join(_PUBLISHED)})"
)
# Cue words that count only after some characters: what a firm publishes is no hearsay, and 会 at the end of a noun is
# no auxiliary (董事会, 委员会, 大会).
_BOUNDED = {
    "消息称": "(?<!发布)(?<!官方)消息称",
    "会": "(?<![事员大协学年峰股盟商工社教机体议转])会",
}


class Told(Protocol):
    """What status is read of: a draft of a move, or another fact."""

    @property
    def sentence(self) -> Sentence:
        """The sentence that tells it."""

    @property
    def trigger(self) -> int:
        """Position of the telling word in the sentence's mask."""

    @property
    def time(self) -> Unit | None:
        """When, None when the text does not say."""


@dataclass(frozen=True, slots=True)
class _View:
    """What stands around a trigger.

    Attributes:
        mask: the mask of the sentence within reach, and `trigger` the position in it.
        left: the trigger's clause up to it.
        before: the talk of the same person up to the trigger.
    """

    mask: str
    trigger: int
    left: str
    before: str


class StatusReader:
    """Decides the status of drafts; compiled once from the cue words."""

    def __init__(self, lexicon: Lexicon) -> None:
        cues = lexicon.words["cues"]
        self._hearsay = re.compile(_any_of(cues["hearsay"]))
        self._confirm = re.compile(_any_of(cues["confirm"]))
        self._deny = re.compile(_any_of(cues["deny"]))
        self._negate = re.compile(
            rf"(?:未(?![满来必经])|{_any_of(cues['negate'])})[^,。;\ue000-\ue5ff]{{0,6}}\Z"
        )
        self._plan = re.compile(rf"(?:{_any_of(cues['plan'])})[^,。;\ue000-\uf1ff]{{0,8}}\Z")
        self._supposed = re.compile(_any_of(cues["gone"]))

    def read(
        self,
        draft: Told,
        *,
        scope: int = 0,
        following: str = "",
        announced: bool = False,
        told_on: date | None = None,
    ) -> Status | None:
        """Return the status of a draft; None when the text only supposes, wishes or asks it.

        Args:
            draft: what is judged.
            scope: where in the mask the talk of another person's move ends; cues before it are not heard.
            following: the masks of the next sentences, where a denial may stand.
            announced: an announcement was told just before in the paragraph.
            told_on: the day of the document: what was over long before is retold, not announced.
        """
        view = _view(draft, scope)
        if self._is_supposed(view):
            return None
        if draft.sentence.mask[-2:].rstrip().endswith("?"):
            return self._answered(draft.sentence.mask, following)
        if _FELL_THROUGH.match(view.mask, view.trigger):
            return None
        if self._is_negated(view.left):
            return Status.NEGATED
        if self._is_denied(view, following[: 2 * _REACH]):
            return Status.DENIED
        age = _age(draft, told_on)
        if _HEADLINE_HEARSAY.match(draft.sentence.mask) or self._is_hearsay(view):
            return _of_hearsay(view, age)
        fresh = age is None or age <= _RETOLD
        if fresh and (self._is_confirmed(view) or (announced and _CAREER.search(view.left) is None)):
            return Status.CONFIRMED
        planned = self._is_planned(view) and (age is None or age <= 0 or _is_dated_elsewhere(view, age))
        return Status.PLANNED if planned else Status.REPORTED

    def _answered(self, question: str, following: str) -> Status | None:
        """Return what the next words answer to a question such as 甲离职?; None where they do not say yes or no."""
        if _ASKS_MORE.search(question):
            return None
        answer = _ANSWER.match(following)
        if answer is None:
            return None
        told = following[: answer.end() + _ANSWER_CHARS]
        denied = self._deny.search(told)
        if denied is not None and not _NOT_DENIED.search(told, 0, denied.start()):
            return Status.DENIED
        backed = _TRUE.search(told)
        return Status.CONFIRMED if backed and not _NOT_BACKED.search(told) else None

    def _is_planned(self, view: _View) -> bool:
        hit = self._plan.search(view.left)
        if hit is None:
            return False
        # 将重心转移到了: 将 brings the object forward, and 了 says that it is done.
        return not (hit.group().startswith("将") and _DONE.match(view.mask, view.trigger))

    def _is_supposed(self, view: _View) -> bool:
        near = view.mask[max(0, view.trigger - 40) : view.trigger]
        return (
            self._supposed.search(view.left) is not None
            or _WISHES.search(near) is not None
            or _CALLS_FOR.search(view.left) is not None
        )

    def _is_negated(self, left: str) -> bool:
        if _NOT_AS_SAID.search(left):
            return True
        hit = self._negate.search(left)
        if hit is None or _NO_OMEN.match(hit.group()):
            return False
        return not (hit.group().startswith(("放弃", "拒绝")) and len(hit.group()) > 3)  # 放弃高薪加入

    def _is_denied(self, view: _View, following: str) -> bool:
        """Tell whether the clause, the rest of the sentence or the next sentences deny what was told."""
        hit = self._deny.search(view.left)
        if hit and not _NOT_DENIED.search(view.left[: hit.start()]):
            return True
        if self._refutes(view.mask, view.trigger) or self._refutes(following, 0):
            return True
        still = _STILL_THERE.search(following)
        return (
            still is not None
            and _TALKED_OF.search(view.mask) is not None
            and _ANSWERS.search(following, 0, still.start()) is not None
        )

    def _refutes(self, mask: str, start: int) -> bool:
        for hit in self._deny.finditer(mask, start):
            clause = max(mask.rfind(c, start, hit.start()) for c in ",;。!")
            before = mask[max(start, clause + 1) : hit.start()]
            sentence = mask[max(start, mask.rfind("。", start, hit.start()) + 1) : hit.start()]
            if _NOT_DENIED.search(before) or _OTHER_MATTER.match(mask, hit.end()):
                continue
            if start == 0 and (self._hearsay.search(sentence) and "假" not in hit.group()):
                continue  # another rumour and its denial
            after = mask[hit.end() : hit.end() + 8]
            if start or _POINTS_BACK.search(before) or _POINTS_BACK.search(after):
                return True
        return False

    def _is_hearsay(self, view: _View) -> bool:
        before = view.before
        if self._hearsay.search(before) or _INSIDER_TELLS.search(before) or _MAYBE.search(view.left):
            return True
        if self._confirm.search(before):
            return False
        return _RUMOUR_AFTER.match(view.mask, view.trigger + 2) is not None

    def _is_confirmed(self, view: _View) -> bool:
        if _FIRST_PERSON.search(view.before):
            return True
        cue = _last(self._confirm.finditer(view.before))
        if cue is not None and not _UNSURE.search(view.before[: cue.start()]):
            between = view.before[cue.end() :]
            founds = _FOUNDS.match(view.mask, view.trigger)
            if founds and view.mask.startswith("的", founds.end()):
                return False  # 宣布离开甲创办的O
            return not (founds and (len(between) > 12 or _OTHER_DEAL.search(between)))
        after = _BACKS_AFTER.match(view.mask, view.trigger)
        return after is not None and not _NOT_BACKED.search(after.group())

    def attribution(self, draft: Told, text: str) -> str | None:
        """Return who says so, in the words of the text; None when it is the outlet itself.

        The speaker whose words the predicate stands in: 本人 for the one who moves, a company, an outlet, insiders.
        """
        sentence = draft.sentence
        speaker = _last(_SPEAKER.finditer(sentence.mask, max(0, draft.trigger - _REACH), draft.trigger))
        if speaker is not None and _is_closed(sentence.mask, speaker.end(), draft.trigger):
            speaker = None
        if speaker is not None and speaker.group("words"):
            return sentence.words(*speaker.span("words")) or None
        unit = sentence.unit(speaker.start("unit")) if speaker is not None else None
        span = sentence.span
        tells = _TELLS.search(text, span.start, span.end)
        hit = _SOURCE.search(text, span.start, span.end) if tells else None
        if unit is not None and (hit is None or unit.kind is not UnitKind.ORG):
            return "本人" if speaker is not None and _speaks(draft, speaker.start("unit")) else unit.name
        return None if hit is None else _source(hit.group(1) or hit.group(2))


def announces(mask: str) -> bool:
    """Tell whether a sentence says that somebody announced or confirmed something."""
    return _ANNOUNCES.search(mask) is not None


def _speaks(draft: Told, at: int) -> bool:
    """Tell whether the one who moves speaks, alone or among others: 甲和乙宣布离职."""
    person, sentence = getattr(draft, "person", None), draft.sentence
    group = next((g for g in _GROUP.finditer(sentence.mask) if g.start() <= at < g.end()), None)
    if person is None or group is None:
        return False
    return any(unit.name == person.name for _, unit in sentence.find(PERSON, *group.span()))


def _source(words: str) -> str | None:
    """Return a source without what belongs to the telling: 据甲报今日报道 and 《甲报》有报道 are 甲报."""
    words = words.partition("》")[0]
    return _AROUND_SOURCE.sub("", words).strip("《》“” ") or None


def _is_closed(mask: str, start: int, trigger: int) -> bool:
    """Tell whether what somebody says ends before the trigger: 甲宣布离职,乙接任."""
    return _OPENS_SPEECH.search(mask, start, start + 2) is None and "," in mask[start:trigger]


def _view(draft: Told, scope: int) -> _View:
    at = draft.trigger
    first = max(0, at - _REACH)
    mask, trigger = draft.sentence.mask[first : at + _REACH], at - first
    start = max(mask.rfind(c, 0, trigger) for c in ",;:。") + 1
    listed = _LIST_ANNOUNCED.search(mask, 0, start) and not _CAREER.search(mask, start, trigger)
    if listed or _HANDED_ON.match(mask, start, trigger + 1):
        scope = 0  # O宣布甲卸任,由乙接任: one announcement tells both; so does one that a list follows
    ends = [end for end in (mask.find(c, max(0, scope - first), trigger) for c in ",;。") if end >= 0]
    heard = min(ends, default=0) if scope else 0  # a cue of the clause that goes on to the trigger is heard
    return _View(mask, trigger, mask[start:trigger], mask[heard:trigger])


def _of_hearsay(view: _View, age: int | None) -> Status:
    """Return what hearsay is worth: nothing less than a report once it is answered or long past."""
    if _ANSWERED.search(view.mask):
        return Status.CONFIRMED
    backed = _BACKED.search(view.mask) and not _MERE_TALK.search(view.mask)
    if backed or (age is not None and age > _RETOLD):
        return Status.REPORTED
    return Status.RUMOURED


def _age(draft: Told, told_on: date | None) -> int | None:
    """Return how many days before the document the draft's own time ended; None without a definite one.

    Without a day of the document every definite time is taken for one long past.
    """
    mention = draft.time.time if draft.time else None
    if mention is None or mention.vague or mention.range.end is None:
        return None
    return _RETOLD + 1 if told_on is None else (told_on - mention.range.last).days


def _is_dated_elsewhere(view: _View, age: int) -> bool:
    """Tell whether another clause dates a recent draft: 6月1日甲宣布退休,乙将接任 is told on that day, not done."""
    return age <= _SOON and _TIME.search(view.left) is None


def _last(hits: Iterable[re.Match[str]]) -> re.Match[str] | None:
    return max(hits, key=lambda hit: hit.start(), default=None)


def _any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of some cue words, those that need it with what may not stand before them."""
    return "|".join(
        [one_of(w for w in words if w not in _BOUNDED), *(_BOUNDED[w] for w in words if w in _BOUNDED)]
    )
