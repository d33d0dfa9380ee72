from __future__ import annotations

import pytest

from quliu.extract.units.unit import UnitKind
from tests.extract.factory import found, surfaces, units

PEOPLE = {
    "three-characters": ("林小满加入橙狐科技。", ["林小满"]),
    "two-characters-a-word": ("橙狐科技首席财务官高兴表示，公司没有裁员。", ["高兴"]),
    "like-a-verb-at-the-end": ("市场总监史敢为，8月离职，加入橙狐科技。", ["史敢为"]),
    "compound-surname": ("欧阳小雨加入橙狐科技。", ["欧阳小雨"]),
    "list": ("林小满、沈知远和何晓棠加入橙狐科技。", ["林小满", "沈知远", "何晓棠"]),
    "again": ("林小满加入橙狐科技。同事说林小满爱笑。", ["林小满", "林小满"]),
    "appointed": ("橙狐科技任命许多担任副总裁。", ["许多"]),
    "no-surname": ("橙狐科技首席科学家小满离职。", ["小满"]),
    "dotted": ("首席科学家托比·麦克林离职。", ["托比·麦克林"]),
    "dotted-three-parts": ("首席科学家托比·范·麦克林离职。", ["托比·范·麦克林"]),
    "dotted-initial": ("首席科学家T·麦克林离职。", ["T·麦克林"]),
    "dotted-before-verb": ("托比·麦克林离开橙狐科技。", ["托比·麦克林"]),
    "part-of-dotted": (
        "托比·麦克林离开橙狐科技。麦克林说他累了。",
        ["托比·麦克林", "托比·麦克林"],
    ),
    "brackets": ("林小满（Lin Xiaoman）加入橙狐科技。", ["林小满"]),
    "brackets-latin-first": ("Lin Xiaoman（林小满）加入橙狐科技。", ["Lin Xiaoman"]),
    "latin": ("Toby McLin加入橙狐科技。", ["Toby McLin"]),
    "latin-pinyin": ("Lin Xiaoman加入橙狐科技。", ["Lin Xiaoman"]),
    "latin-after-role": ("首席科学家Tobsy离职。", ["Tobsy"]),
    "latin-part": ("Toby McLin离开橙狐科技。McLin说他累了。", ["Toby McLin", "Toby McLin"]),
    "before-a-verb": ("叶知微加入橙狐科技。", ["叶知微"]),
    "before-light-words": ("许清嘉已于2024年3月离职。", ["许清嘉"]),
    "before-a-time": ("陆沉舟去年离开橙狐科技。", ["陆沉舟"]),
    "from-a-firm": ("唐果从阿里巴巴离职创业。", ["唐果"]),
    "list-before-a-verb": ("苏幕遮、何夕跳槽至橙狐科技。", ["苏幕遮", "何夕"]),
    "given-after-a-long-title": ("橙狐科技高级副总裁温书白向董事会汇报。", ["温书白"]),
    "given-like-a-firm": ("林小鹏加入橙狐科技。", ["林小鹏"]),
    "japanese": ("橙狐科技总监吉田光介宣布离职。", ["吉田光介"]),
    "dotted-second-of-one": ("橙狐科技聘请创始人托比·王领导新团队。", ["托比·王"]),
    "dotted-after-and": ("林小满和亚历山大·麦克林离职。", ["林小满", "亚历山大·麦克林"]),
    "dotted-before-brackets": ("首席科学家托比·津克霍（Toby Zinkho）离职。", ["托比·津克霍"]),
    "latin-listed": ("Toby McLin、Quill Okonder加入橙狐科技。", ["Toby McLin", "Quill Okonder"]),
    "since-leaving": ("随着贾明白的离职，团队士气低落。", ["贾明白"]),
    "comrade": ("橙狐科技免去甄有才同志的副总经理职务。", ["甄有才"]),
    "writes": ("郝运来写道，他累了。", ["郝运来"]),
    "writes-somewhere": ("郝运来在个人博客上写道：再见。", ["郝运来"]),
    "hands-in": ("橙狐科技CTO郝运来已提交离职申请。", ["郝运来"]),
    "room-mate": ("他的大学室友叶知微后来加入华为。", ["叶知微"]),
    "serves-now": ("周知远现任橙狐科技首席科学家。", ["周知远"]),
    "before-a-year": ("叶知微2014年加入华为。", ["叶知微"]),
    "former-in-circle": ("前橙狐科技总监叶知微在朋友圈宣布离职。", ["叶知微"]),
    "among-others": ("包括叶知微在内的三人离职。", ["叶知微"]),
    "dotted-short-before-verb": ("莉莉安·周加入橙狐科技。", ["莉莉安·周"]),
    "dotted-rare-character": ("公司任命临时联席CEO戴维·津克斯负责产品。", ["戴维·津克斯"]),
    "dotted-before-leading": ("首席科学家托比·麦克林领导新团队。", ["托比·麦克林"]),
    "successor": ("继任者是贾明白。", ["贾明白"]),
    "made-director": ("公司任命林小华为首席执行官。", ["林小华"]),
    "bold": ("**林小满**加入橙狐科技。", ["林小满"]),
    "before-a-degree": ("首席研究员段楠乔博士加入华为。", ["段楠乔"]),
    "rare-compound-surname": ("欧阳小雨、尉迟明浩两位博士加入华为。", ["欧阳小雨", "尉迟明浩"]),
    "dotted-one-character": ("与他共事的简·麦克林宣布辞职。", ["简·麦克林"]),
    "dotted-from-a-preposition": ("继任者是于戈·麦克林。", ["于戈·麦克林"]),
    "dotted-holding-a-firm": ("副手弗莱彻·罗思科普夫将接任。", ["弗莱彻·罗思科普夫"]),
    "latin-short-form": ("Toby (TJ) McLin加入华为。", ["Toby (TJ) McLin"]),
    "latin-holder": ("Quillbach是联合创始人，现已退休。", ["Quillbach"]),
    "numbered": ("1. 柳知夏，原华为总监，已加入腾讯。", ["柳知夏"]),
    "for-reasons": ("华为称，张矛因个人原因申请辞去职务。", ["张矛"]),
    "foreign-given-name": ("亚历山大王加入华为。亚历山大王说他很高兴。", ["亚历山大王", "亚历山大王"]),
    "dotted-with-a-dash": ("埃隆-马斯克离开董事会。", ["埃隆-马斯克"]),
    "dotted-swallows-no-verb": ("CEO则由托比·勒布伦出任。", ["托比·勒布伦"]),
    "latin-given-name-dated": (
        "总监Eric Tan离职。Eric于2024年加入华为。",
        ["Eric Tan", "Eric Tan"],
    ),
    "was": ("明小平曾是华为的产品负责人。", ["明小平"]),
}

# Characters that no person's name may hold.
NOBODY = {
    "thing-that-is-led": ("Orvion", "林小满在华为领导Orvion RX眼镜团队。"),
    "campus": ("戴维斯", "林小满毕业于加州大学戴维斯分校。"),
    "focuses": ("专注", "团队加入华为，专注于利用数据。公司专注于深度学习。"),
    "university-of-a-name": ("约翰霍普", "林小满是约翰·霍普金斯大学博士。"),
    "announces": ("官宣离职", "橙狐科技官宣离职名单，官宣当天离职三人。"),
    "leaves": ("离职", "高管离职，员工离职，离职潮来了。"),
    "city": ("杭州", "橙狐科技的总部设在杭州，杭州团队最大。"),
    "country": ("新加坡", "橙狐科技在新加坡成立公司。"),
    "university-name": ("大学", "橙狐科技与半山大学成立联合实验室。"),
    "finance": ("金融", "橙狐科技成立金融事业部。"),
    "management": ("管理", "橙狐科技成立管理委员会，管理层负责审批。"),
    "tasks": ("任务", "任务完成后，团队成立了新小组。"),
    "graduates": ("毕业", "毕业后加入橙狐科技的人很多。"),
    "product": ("音箱", "橙狐科技的音箱成为爆款。"),
    "time": ("时候", "什么时候加入都不晚。"),
    "latin-firm": ("Slowtide", "团队加入Slowtide公司。"),
    "firm-in-a-list": ("公司", "林小满和公司离职的人告别。"),
    "adverb": ("先后", "林小满、何晓棠先后离开橙狐科技。"),
    "english-title": ("Scientist", "林小满出任橙狐科技Principal Research Scientist。"),
    "abbreviation-after-a-title": ("QZF", "林小满负责领导QZF的工作。"),
    "measure": ("位博", "他的两位博士同学加入了他。"),
    "many-at-a-time": ("双方", "双方2024年加入联盟。"),
    "business": ("高层", "高层在会上表示，公司不会裁员。"),
    "abbreviation": ("GPU", "GPU成为瓶颈，API也加入了限流。"),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_people_are_found(name: str) -> None:
    text, expected = PEOPLE[name]
    assert found(text, UnitKind.PERSON) == expected


@pytest.mark.parametrize("name", NOBODY)
def test_what_is_no_person(name: str) -> None:
    word, text = NOBODY[name]
    assert word[0] in text
    assert [person for person in surfaces(text, UnitKind.PERSON) if set(person) & set(word)] == []


def test_a_second_name_in_brackets_is_an_alias() -> None:
    (person,) = units("林小满（Lin Xiaoman）加入橙狐科技。", UnitKind.PERSON)
    assert (person.name, person.alias) == ("林小满", "Lin Xiaoman")
    assert person.named.end - person.named.start == len("林小满")


@pytest.mark.parametrize("cue", ["离职", "加入", "辞任", "官宣", "创办", "卸任", "出任"])
def test_a_cue_word_is_never_part_of_a_name(cue: str) -> None:
    text = f"首席科学家林小满{cue}，{cue}林小满，林{cue}，何{cue}说。"
    assert all(cue not in person for person in surfaces(text, UnitKind.PERSON))
