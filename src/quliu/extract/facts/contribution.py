"""Who led or built a model, product or project: 主导了星图大模型的研发, 星图大模型的核心贡献者贾明白."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quliu.extract.facts.fact import Fact
from quliu.extract.facts.naming import is_work, people_at, unit_at
from quliu.extract.facts.posts import TITLES, builds, read_chain
from quliu.extract.facts.serving import role_bearer
from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, PEOPLE, PERSON, ROLE, TIME, Unit
from quliu.model import Contribution

_KIND = "(?:大语言模型|语言模型|大?模型|系列模型|系列|产品|项目|系统|平台|框架|架构|算法|工具|引擎|助手|应用|机器人|智能体|芯片|游戏|编辑器|浏览器|数据集|技术报告|论文|库|APP|App|Agent)"
_LATIN = r"[A-Za-z](?:[A-Za-z0-9+*#./·-]|(?<=[A-Za-z0-9]) (?=[A-Za-z0-9.]))*"
_VERSIONED = r"[A-Z][A-Za-z]*[- ]?[A-Za-z]*[-. ]?[0-9][A-Za-z0-9.-]*"
_QUOTED = r"[《“\"][^《》“”\",。;\n]{1,20}[》”\"]"
_DESC = r"(?:AI ?|[^\ue000-\uf8ff,。;:!?A-Za-z《“\"的了])"
# One name of a work, with what the text calls it before or after.
_TAIL = r"(?:[ -]?[A-Za-z0-9.]{1,8}(?![A-Za-z]))?"
_ONE = rf"(?:{ORG}(?:的|旗下的?|自研的?|首个|首款)?)?(?:{_DESC}{{0,16}}的?)?(?:{ORG}{_TAIL}|{_QUOTED}|{_VERSIONED}|{_LATIN}|[一-鿿]{{2,6}}?(?=大模型))(?: ?(?:{_KIND}|[^\ue000-\uf8ff,。;、的了A-Za-z]{{1,6}}{_KIND})){{0,2}}"
_WORKS = rf"(?P<works>(?>{_ONE})(?>(?:(?:、|和|与|及|以及|还有|/){_ONE}){{0,5}}))"
_NAMED = re.compile(
    rf"(?P<kind>{_KIND})?(?P<name>{ORG}{_TAIL}|{_QUOTED}|{_VERSIONED}|{_LATIN})(?P<after> ?(?:{_DESC}{{0,6}}?{_KIND})?)"
)
_VERBS = "主导|牵头|领衔|带领团队|带队|率队|率领团队|操盘|操刀|主持|深度参与|参与|参加|投身|负责|打造|研发|开发|设计|构建|训练|发明|创造|孵化|搭建|缔造|推出|编写|撰写|主攻|主刀|贡献|做"
_VERB = re.compile(
    rf"(?P<verb>{_VERBS})"
    rf"(?:并(?:主导|领导|推动|完成|打造|研发|开发|推出|训练|负责)|与(?:主导|领导|研发|开发)|研发|开发|打造|设计|训练|完成|推出|构建|建设|过|了|出|的是|到|{ROLE})*"
    rf"(?:从0到1的?|包括了?|多个|多款|一款|一个|其|名为|名叫|公司|旗下|当时的?|首个|首款|{TIME}|“?){{0,3}}{_WORKS}"
)
_MAKERS = "作者|一作|共一|贡献者|缔造者|创造者|开发者|研发者|发明者|发明人|设计者|操盘手|操盘者|创始人|奠基人|主创|幕后功臣|构建者|打造者|创建者|建设者|推动者|维护者|提出者|发起人|发起者|灵魂人物|关键人物|核心人物"
_AUTHOR = rf"(?:(?:论文|项目|模型|算法)?(?:的)?(?:第一|共同第一|共同|联合|核心|主要|关键|首席|唯一|通讯|早期|原|重要)*(?:{_MAKERS})|之父)(?:之一)?"
_OF_SEVERAL = "(?:[一二三四五六七八九十几0-9]{1,3}位)?"
_BY = re.compile(
    rf"{_WORKS}(?:的)?{_OF_SEVERAL}(?P<noun>{_AUTHOR})(?:、|,|是|为|:)?(?:{ORG}|{ROLE}|前|原|的|、)*(?P<people>{PEOPLE})"
)
_IS = re.compile(
    rf"(?:曾?是|也是|还是|正是|为|系|作为|身为|即|(?<=[\ue000-\ue5ff])[,、])(?:了)?{_WORKS}(?:的)?{_OF_SEVERAL}(?P<noun>{_AUTHOR})(?=[,。;、!?)]|\Z|之一|,)"
)
_PEOPLE = re.compile(PEOPLE)
_MAKER = re.compile(f"{_MAKERS}|之父")
CUES = (*_VERBS.split("|"), *_MAKERS.split("|"), "之父")
"""Words one of which every sentence has that tells who built a work, other than by a post."""

_OF_ROLE = re.compile(
    rf"(?P<cue>(?:曾|现|先后|一直|长期|此前|时)?(?:是|任|担任|出任|为|系|作为)(?:过|了)?)?(?P<chain>{TITLES})"
)
_RELATIVE = re.compile(
    rf"(?:的|[^\ue000-\uf8ff,。;:]{{0,14}}的)(?:{ORG}|{ROLE}|前|原|、){{0,4}}(?P<people>{PEOPLE})"
)
_TITLED = re.compile(rf"[^\ue000-\uf8ff,。;:]{{0,8}}(?P<role>{ROLE})(?P<people>{PEOPLE})")
_ACTS = re.compile(
    rf"(?:作为|身为|担任|出任|任|是|为|前|原|在|于|从|随|代表|加入|进入|入职|来到|加盟|回到|领导|离开)(?:了)?(?:{ORG}(?:、|和|与|的)?){{1,3}}(?:的?{ROLE}|后|时|期间|之后|时期|工作|内部|旗下)?"
)
_NO_DEED = re.compile(
    "没有|并未|未|不再|不|拒绝|将|拟|计划|希望|有望|需要|要求|如果|用户|他们用|使用|基于|由谁|可|能|想"
)
_WORK_VERB = re.compile("做|推出|贡献|参加|投身|负责|设计")
_NO_NAME = re.compile(
    r"(?:AI|AGI|API|CEO|CTO|COO|CFO|IPO|IP|IT|ML|NLP|CV|LLM|RL|SFT|RLHF|VLM|MoE|GPU|CPU|NPU|TPU|HR|PR|APP|App|App ?Store|Agent|Agents|Infra|SaaS|ToB|ToC|B|C|AR|VR|XR|IoT|PC|DAU|MAU|PMF|Scaling|Scaling Law|Coding|AI Coding|Vibe Coding|Code|to B|to C|TO B|Transformer论文|[A-Z]|AIGC|P2P|B2B|O2O|NLU|NLG|OCR|ASR|TTS|Demo|SDK|OpenAPI|O2O|UGC|A轮|B轮|C轮|PPT|SOTA|Post-?[Tt]raining|Pre-?[Tt]raining|AI Lab|Lab|UI|UX|CI|Web3?|iOS|Android)",
)
_CHINESE = re.compile(rf"(?:{ORG}的?)?(?:自研的?|旗下的?|首个)?(?P<name>[一-鿿]{{2,4}}?大模型)")
_GENERIC = re.compile(
    "(?:语言|视觉|多模态|千亿|万亿|百亿|基础|开源|闭源|国产|端侧|通用|垂直|垂类|推理|行业|自研|医疗|视频|图像|生成|文本|中文|公司|多个|首个|一个|新的|新|多款|各类|金融|法律|教育|对话|代码|语音|世界|具身|智能|预训练|超大规模|的|AI|自家|全球|国内|第一代|下一代|新一代|相关|混合|专家|大|小|等|了|该|这|其)+大模型"
)
_RELEASE = re.compile(rf"(?=[^0-9]*[0-9]){_VERSIONED}")
_SAYS_KIND = re.compile(_KIND)
_ORG = re.compile(ORG)
_PERSON = re.compile(PERSON)
_OBJECT = re.compile(
    r"的?((?:早期|关键|核心|技术|全部|主要|相关|后续|整体)*(?:研发|开发|训练|设计|搭建|构建|工作|迭代|发布|建设|架构))"
)
_CHAINED = re.compile(
    r"(?:\A|[并还又也曾先后主要,、在期间于时]|随后|先后|主要|直接|一手|亲自|共同|全程|全面|深度|长期|一度|成功|此前|期间|任职|任内)\Z"
)


@dataclass(frozen=True, slots=True)
class _Deed:
    people: Sequence[Unit]
    works: Sequence[Unit]
    role: str | None
    start: int
    end: int
    trigger: int
    rule: str
    score: float
    time: Unit | None = None


def find_contributions(scene: Scene) -> Iterator[Fact]:
    """Yield who a sentence says led or built which work."""
    yield from _facts(scene, (*_done(scene), *_authored(scene)))


def find_charges(scene: Scene) -> Iterator[Fact]:
    """Yield who a sentence says holds a post at a work that makes them its builders."""
    yield from _facts(scene, _in_charge(scene))


def _facts(scene: Scene, deeds: Iterable[_Deed]) -> Iterator[Fact]:
    for deed in deeds:
        for person in deed.people:
            for work in deed.works:
                slots = {"person": person, "work": work, "role": deed.role}
                yield Fact(
                    Contribution,
                    slots,
                    scene.sentence,
                    deed.start,
                    deed.end,
                    deed.trigger,
                    deed.rule,
                    deed.score,
                    deed.time,
                )


def _done(scene: Scene) -> Iterator[_Deed]:
    """Read verbs of building: 主导了星图大模型的研发."""
    for hit in _VERB.finditer(scene.mask):
        sure = _WORK_VERB.fullmatch(hit["verb"]) is None
        works = _works(scene, hit, sure)
        if not works:
            continue
        people, how, at = _doers(scene, hit)
        if not people:
            continue
        yield _Deed(
            people,
            works,
            _role(scene, hit),
            min(at, hit.start()) if how == "named" else hit.start(),
            max(hit.end(), at + 1) if how == "relative" else hit.end(),
            hit.start(),
            f"work.{how}",
            0.75 if sure else 0.6,
            scene.time(hit.start()),
        )


def _role(scene: Scene, hit: re.Match[str]) -> str:
    """Return the words of a deed as the role: 参与 with what follows the work: 参与早期训练."""
    tail = _OBJECT.match(scene.mask, hit.end())
    return hit["verb"] + (tail.group(1) if tail else "")


def _doers(scene: Scene, hit: re.Match[str]) -> tuple[tuple[Unit, ...], str, int]:
    start, _ = scene.clause(hit.start())
    left = scene.mask[start : hit.start()]
    if _NO_DEED.search(left[-8:]):
        return (), "none", start
    relative = _RELATIVE.match(scene.mask, hit.end())
    if relative is None:
        relative = _swallowed(scene, hit)
    if relative and not _PERSON.search(left):
        return people_at(scene, *relative.span("people")), "relative", relative.end() - 1
    people, how, at = scene.subject(hit.start())
    if how == "named" and scene.mask.startswith(("团队", "所在", "的"), at + 1):
        return (), "none", start
    between = left[max(0, at - start) :] if how == "named" else left
    if _ORG.search(_ACTS.sub("", between)):
        return (), "none", start
    if how == "none" and _CHAINED.search(left):
        people, at = scene.earlier(start)
        how = "zero"
    if hit["verb"] == "推出" and not (how == "named" and at >= hit.start() - 4):
        return (), "none", start
    if how == "loose" and not _CHAINED.search(left):
        return (), "none", start
    return people, how, at


def _swallowed(scene: Scene, hit: re.Match[str]) -> re.Match[str] | None:
    """Return who is described where the title took the 的 into its name: 参与W早期[训练的代码负责人]甲."""
    titled = _TITLED.match(scene.mask, hit.end())
    role = scene.unit(titled, "role")
    return titled if role is not None and "的" in role.name else None


def _works(scene: Scene, hit: re.Match[str], sure: bool) -> list[Unit]:
    """Return the works that a group of a match names, one by one."""
    found: list[Unit] = []
    start, end = hit.span("works")
    tail = scene.mask[end : end + 8]
    chinese = _CHINESE.match(scene.mask, start, end + 3)
    if sure and chinese and not _GENERIC.fullmatch(chinese["name"]):
        found.append(unit_at(scene.sentence, *chinese.span("name")))
    for part in _NAMED.finditer(scene.mask, start, end):
        unit = scene.sentence.unit(part.start("name"))
        name = scene.mask[part.start("name") : part.end("name")].strip('《》“”" ')
        called = found or part["kind"] or _SAYS_KIND.search(part["after"]) or _SAYS_KIND.match(tail)
        if unit is not None:
            direct = _SAYS_KIND.match(scene.mask, part.end("name")) is not None
            owns = scene.mask.startswith("的", part.end("name")) and _NAMED.search(
                scene.mask, part.end("name"), end
            )
            if not owns and (is_work(unit) or (direct and (unit.work or not unit.known))):
                found.append(unit_at(scene.sentence, part.start("name"), part.end("name")))
        elif _NO_NAME.fullmatch(name) or len(name) < 2:
            continue
        elif called or (sure and _RELEASE.fullmatch(name)):
            found.append(unit_at(scene.sentence, part.start("name"), part.end("name")))
    return found


def _authored(scene: Scene) -> Iterator[_Deed]:
    """Read nouns for who built a work: 星图大模型的核心贡献者贾明白, 贾明白是星图大模型的一作."""
    if not _MAKER.search(scene.mask):
        return
    for hit in _BY.finditer(scene.mask):
        yield _by(scene, hit, people_at(scene, *hit.span("people")), "work.by")
    for hit in _IS.finditer(scene.mask):
        people, how, _ = scene.subject(hit.start() + 1 if hit.group()[0] in ",、" else hit.start())
        yield _by(scene, hit, people if how != "loose" else (), "work.is")


def _by(scene: Scene, hit: re.Match[str], people: Sequence[Unit], rule: str) -> _Deed:
    role = hit["noun"].strip("的")
    return _Deed(
        people, _works(scene, hit, True), role, hit.start(), hit.end(), hit.start("noun"), rule, 0.75
    )


def _in_charge(scene: Scene) -> Iterator[_Deed]:
    """Read posts at a work: 曾任星图App产品负责人, 星图App产品负责人贾明白."""
    if not any(is_work(unit) for unit in scene.sentence.units):
        return
    for hit in _OF_ROLE.finditer(scene.mask):
        posts = read_chain(scene.sentence, *hit.span("chain"))
        works = [
            (p.org, p.role, p.start) for p in posts if p.org is not None and is_work(p.org) and builds(p.role)
        ]
        people = _in_post(scene, hit) if works else ()
        for work, role, start in works:
            yield _Deed(people, (work,), role, hit.start(), hit.end(), start, "work.post", 0.7)


def _in_post(scene: Scene, hit: re.Match[str]) -> Sequence[Unit]:
    """Return who holds the post that a match tells: who is named after it, else the subject of its verb."""
    after = _PEOPLE.match(scene.mask, hit.end())
    if after:
        return people_at(scene, *after.span())
    if not hit["cue"]:
        return ()
    if hit["cue"] == "作为":
        return role_bearer(scene, hit.start(), hit.end())[0]
    people, how, _ = scene.subject(hit.start())
    return people if how != "loose" else ()
