"""Teams that no list knows, named between a verb and what it gives: 任金教业务中心负责人, 转岗至本地生活业务."""

from __future__ import annotations

import re
from dataclasses import replace

from quliu.extract.frames.scene import Scene
from quliu.extract.units.unit import ORG, ROLE, Unit, UnitKind

_WORD = "[一-鿿A-Za-z0-9、&/]{2,14}?(?:部门|部|中心|业务|团队|事业群|委员会|板块|平台|业务线|条线|研究院|实验室|学院|BG|BU)"
_LEAD = "(?:了|为|到|至|其|新组建的|新设立的|新成立的|新的?|公司|集团)*"
_BEFORE_ROLE = re.compile(rf"{_LEAD}({_WORD})的?(?=首席|首任|新任|{ROLE})")
_ALONE = re.compile(rf"{_LEAD}({_WORD})(?=[,。;、]|\Z|担任|任|工作|后)")
_BARE_TEAM = re.compile(
    "\\A[^A-Za-z公司集]*(?:部门|部|中心|业务|团队|事业群|委员会|板块|平台|条线|实验室)\\Z"
)
_NO_NAME = re.compile(
    "(?:这个|这支|该|某|新|整个|公司|其他|多个|几个|不同|相关|自己的|的|他的|她的|核心|高管|管理|创业|创始)*(?:部门|部|中心|业务|团队|平台|委员会|实验室)"
)
_SOME = ("该", "这", "此", "各", "全")
_THAT = re.compile("(?:了|为)?(?:该|这个|这一|此)")
_TEAM_WORD = re.compile(
    "部门|事业部|事业群|团队|中心|业务|板块|平台|委员会|实验室|研究院|学院|基金|集团|机构"
)
_NAME_END = re.compile("(?:部门|部|中心|业务|团队|事业群|委员会|板块|平台|研究院|实验室|学院|BG|BU|系)\\Z")

_BOARD = re.compile(rf"[了到]?(?:其|该?公司的?)?({ORG})?的?(?P<board>董事会)?(?!会议|秘书|主席|成员)")


def is_team_name(name: str) -> bool:
    """Tell whether a name ends as those of teams do."""
    return _NAME_END.search(name) is not None


def within_company(team: Unit, company: Unit | None) -> Unit:
    """Return a team that no list knows with its company's name before its own, where that says more."""
    bare = _BARE_TEAM.search(team.name) and not team.known and team.owner is None
    if company is None or not company.known or not bare or company.name in team.name:
        return team
    return replace(team, name=company.name + team.name)


def team_before_role(scene: Scene, start: int, end: int, company: Unit | None) -> Unit | None:
    """Return the unknown team in [start, end) of the mask, which a role follows, named with its company."""
    team = _team(scene, _BEFORE_ROLE.match(scene.mask, start, end))
    return within_company(team, company) if team else None


def team_meant(scene: Scene, start: int, end: int) -> Unit | None:
    """Return what 该部门 in [start, end) of the mask stands for: the last organisation before that is called one."""
    that = _THAT.match(scene.mask, start, end)
    if that is None:
        return None
    role = scene.sentence.unit(that.end())
    word = _TEAM_WORD.match(role.name) if role else _TEAM_WORD.match(scene.mask, that.end(), end)
    named = [u for _, u in scene.orgs_in(0, start) if word and u.name.endswith(word.group())]
    return named[-1] if named else None


def team_alone(scene: Scene, start: int, end: int) -> Unit | None:
    """Return the unknown team that ends a clause in [start, end) of the mask."""
    return _team(scene, _ALONE.match(scene.mask, start, end))


def _team(scene: Scene, hit: re.Match[str] | None) -> Unit | None:
    if hit is None or hit.group(1).startswith(_SOME) or _NO_NAME.fullmatch(hit.group(1)):
        return None
    return unknown_org(scene, *hit.span(1))


def unknown_org(scene: Scene, start: int, end: int) -> Unit:
    """Return [start, end) of the mask, which holds no other unit, as an organisation."""
    return Unit(UnitKind.ORG, scene.sentence.to_text(start, end), scene.mask[start:end], False, 0.6)


def seat_on_board(scene: Scene, at: int) -> str | None:
    """Return the role of who joins or leaves the board that stands at a position of the mask: 加入O董事会, 离开其董事会."""
    board = _BOARD.match(scene.mask, at)
    if board is None:
        return None
    org = scene.unit(board)
    said = board.group("board") is not None or (org is not None and org.name.endswith("董事会"))
    return "董事" if said else None
