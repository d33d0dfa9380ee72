from __future__ import annotations

import pytest

from quliu.model import Move
from tests.extract.factory import Told, claims, joined, left, moves, told

JOINING: dict[str, tuple[str, list[Told]]] = {
    "joined-as": (
        "Hanna Lindqvist joined Northwind AI in 2021 as a research scientist.",
        [joined("Hanna Lindqvist", "Northwind AI", "research scientist")],
    ),
    "fronted": (
        "After six long years abroad, Hanna Lindqvist joined Kestrel Labs as head of product.",
        [joined("Hanna Lindqvist", "Kestrel Labs", "head of product")],
    ),
    "apposition-in-between": (
        "Priya Raman, previously vice president of engineering at Zorvex, will join Northwind AI next month.",
        [joined("Priya Raman", "Northwind AI", status="planned")],
    ),
    "returned-from": (
        "Wei Zhang has returned to Kestrel Labs after a year at Zorvex.",
        [told("Wei Zhang", out=("Zorvex", None), into=("Kestrel Labs", None))],
    ),
    "moved-from-to": (
        "Wei Zhang moved from Zorvex to Kestrel Labs in May.",
        [told("Wei Zhang", out=("Zorvex", None), into=("Kestrel Labs", None))],
    ),
    "left-for": (
        "Wei Zhang left Zorvex for Kestrel Labs.",
        [told("Wei Zhang", out=("Zorvex", None), into=("Kestrel Labs", None))],
    ),
    "board": (
        "Ingrid Solberg has joined the board of Zorvex.",
        [joined("Ingrid Solberg", "Zorvex", "board")],
    ),
    "pronoun": (
        "Ingrid Solberg, 52, spoke on Monday. She will join Kestrel Labs as chief legal officer in July.",
        [joined("Ingrid Solberg", "Kestrel Labs", "chief legal officer", "planned")],
    ),
    "named": (
        "Maria Ellwood has been named chief financial officer of Zorvex, effective March 1.",
        [joined("Maria Ellwood", "Zorvex", "chief financial officer")],
    ),
    "names": (
        "Kestrel Labs promoted Ingrid Solberg to president.",
        [joined("Ingrid Solberg", "Kestrel Labs", "president")],
    ),
    "hires-former": (
        "Northwind AI has hired Priya Raman, the former head of alignment at Zorvex.",
        [joined("Priya Raman", "Northwind AI")],
    ),
    "poached-of": (
        "Kestrel Labs poached Northwind AI's Wei Zhang.",
        [told("Wei Zhang", out=("Northwind AI", None), into=("Kestrel Labs", None))],
    ),
    "poached-from": (
        "Kestrel Labs poached Wei Zhang from Northwind AI.",
        [told("Wei Zhang", out=("Northwind AI", None), into=("Kestrel Labs", None))],
    ),
    "headline": (
        "Kestrel Labs Hires Northwind AI Veteran Ingrid Solberg as Chief AI Officer",
        [joined("Ingrid Solberg", "Kestrel Labs", "Chief AI Officer")],
    ),
    "now-is": (
        "Wei Zhang, formerly of Zorvex, is now chief architect at Kestrel Labs.",
        [joined("Wei Zhang", "Kestrel Labs", "chief architect")],
    ),
    "interim": (
        "Kestrel Labs announced that Ingrid Solberg will serve as interim CEO.",
        [joined("Ingrid Solberg", "Kestrel Labs", "interim CEO", "confirmed")],
    ),
    "new-holder-last": (
        "Kestrel Labs's new chief scientist is Wei Zhang.",
        [joined("Wei Zhang", "Kestrel Labs", "chief scientist")],
    ),
    "new-beside": ("Zorvex's new CFO Ana Costa faces a busy year.", [joined("Ana Costa", "Zorvex", "CFO")]),
    "new-apposed": (
        "Ingrid Solberg, the new head of policy at Zorvex, gave a talk.",
        [joined("Ingrid Solberg", "Zorvex", "head of policy")],
    ),
    "first-of-its-kind": (
        "Wei Zhang is Kestrel Labs's first chief AI officer.",
        [joined("Wei Zhang", "Kestrel Labs", "first chief AI officer")],
    ),
    "hired-to-lead": (
        "Google hired Ana Costa to lead its robotics team.",
        [joined("Ana Costa", "Google", "lead its robotics team")],
    ),
    "will-lead": (
        "Priya Raman will lead news products at Zorvex.",
        [joined("Priya Raman", "Zorvex", "lead news products")],
    ),
    "to-chair": ("Lena Fischer to chair Google", [joined("Lena Fischer", "Google", "chair", "planned")]),
    "stays-as-adviser": (
        "Joel Stern will remain at Zorvex as an adviser.",
        [joined("Joel Stern", "Zorvex", "adviser", "planned")],
    ),
    "since": ("Ana Costa has been with Google since 2019.", [joined("Ana Costa", "Google")]),
    "defected": ("Wei Zhang defected to Kestrel Labs last month.", [joined("Wei Zhang", "Kestrel Labs")]),
    "jumping-ship": ("Joel Stern is jumping ship to Kestrel Labs.", [joined("Joel Stern", "Kestrel Labs")]),
    "promoted-from-to": (
        "Google promoted Ana Costa from general counsel to chief executive.",
        [joined("Ana Costa", "Google", "chief executive")],
    ),
    "brought-back": (
        "Kestrel Labs brought back Wei Zhang as chief architect.",
        [joined("Wei Zhang", "Kestrel Labs", "chief architect")],
    ),
    "pinyin-given-name-first": (
        "Xiaoming Li left Zorvex for Kestrel Labs.",
        [told("Xiaoming Li", out=("Zorvex", None), into=("Kestrel Labs", None))],
    ),
    "pinyin-surname-first": (
        "Zhang Weiming has been named vice president at Zorvex.",
        [joined("Zhang Weiming", "Zorvex", "vice president")],
    ),
    "to-lead": (
        "Priya Raman is heading to Kestrel Labs to lead a new vision team.",
        [joined("Priya Raman", "Kestrel Labs", "lead a new vision team")],
    ),
    "own-post-ends": (
        "Zorvex's treasurer, Joel Stern, will become CFO of Kestrel Labs, replacing Ana Costa.",
        [
            told("Joel Stern", out=("Zorvex", "treasurer"), into=("Kestrel Labs", "CFO"), status="planned"),
            left("Ana Costa", "Kestrel Labs", "CFO"),
        ],
    ),
    "former-firm-is-no-goal": (
        "Google spoke on Monday. Ana Costa, a former Apple and Zorvex engineer, has been named treasurer.",
        [joined("Ana Costa", "Google", "treasurer")],
    ),
    "joins-him": (
        "Joel Stern joined Google in May. Ana Costa, a friend, will join him.",
        [joined("Joel Stern", "Google"), joined("Ana Costa", "Google", status="planned")],
    ),
    "list-with-asides": (
        "Ana Costa, a former CEO of Zorvex; Wei Zhang, a lawyer; and Omar Haddad have joined Google.",
        [joined(name, "Google") for name in ("Ana Costa", "Wei Zhang", "Omar Haddad")],
    ),
    "its-new": (
        "Zorvex has named Ana Costa, a former Apple executive, its new treasurer.",
        [joined("Ana Costa", "Zorvex", "treasurer")],
    ),
    "joined-last-year-from": (
        "Google lawyer Joel Stern, who joined last year from Zorvex, spoke.",
        [told("Joel Stern", out=("Zorvex", None), into=("Google", "lawyer"))],
    ),
    "takes-a-job": (
        "Ana Costa has taken a job at Zorvex.",
        [joined("Ana Costa", "Zorvex")],
    ),
    "whom-one-reports-to": (
        "Ana Costa will join Zorvex in May and report to treasurer Joel Stern.",
        [joined("Ana Costa", "Zorvex", status="planned")],
    ),
    "put-in-charge": (
        "Google put Wei Zhang in charge of basic research.",
        [joined("Wei Zhang", "Google", "in charge of basic research")],
    ),
    "where-he-will-be": (
        "Zorvex engineer Wei Zhang has departed for Google, where he is now a research scientist.",
        [told("Wei Zhang", out=("Zorvex", "engineer"), into=("Google", "research scientist"))],
    ),
    "board-beside-a-post": (
        "Joel Stern, president of Apple, is joining the board of Google.",
        [joined("Joel Stern", "Google", "board")],
    ),
    "list-with-own-titles": (
        "Zorvex's treasurer Joel Stern and chief lawyer Ana Costa are joining Google.",
        [
            told("Joel Stern", out=("Zorvex", "treasurer"), into=("Google", None)),
            told("Ana Costa", out=("Zorvex", "chief lawyer"), into=("Google", None)),
        ],
    ),
}
LEAVING: dict[str, tuple[str, list[Told]]] = {
    "at-the-firm-that-opens-the-sentence": (
        "Northwind AI raised money.\n\nAt Kestrel Labs, finance chief Hanna Lindqvist resigned.",
        [left("Hanna Lindqvist", "Kestrel Labs", "finance chief")],
    ),
    "post-from-apposition": (
        "Palisade Robotics co-founder Tobias Renk has stepped down as CEO, the company said on Tuesday.",
        [left("Tobias Renk", "Palisade Robotics", "CEO", "confirmed")],
    ),
    "is-out": ("Omar Haddad is out as CEO of Kestrel Labs.", [left("Omar Haddad", "Kestrel Labs", "CEO")]),
    "years": ("Ingrid Solberg retires after 20 years at Zorvex.", [left("Ingrid Solberg", "Zorvex")]),
    "the-company": (
        "Zorvex's chief scientist, Wei Zhang, wrote in a memo that he is leaving the company.",
        [left("Wei Zhang", "Zorvex", "chief scientist", "confirmed")],
    ),
    "list-with-titles": (
        "Chief financial officer Ana Costa and general counsel Joel Stern are leaving Kestrel Labs.",
        [
            left("Ana Costa", "Kestrel Labs", "Chief financial officer"),
            left("Joel Stern", "Kestrel Labs", "general counsel"),
        ],
    ),
    "fired": (
        "Kestrel Labs fired its chief technology officer, Wei Zhang, on Friday.",
        [left("Wei Zhang", "Kestrel Labs", "chief technology officer")],
    ),
    "was-fired-by": ("Wei Zhang was fired by Kestrel Labs.", [left("Wei Zhang", "Kestrel Labs")]),
    "departure-of": (
        "The departure of Ingrid Solberg, Zorvex's head of policy, surprised her team.",
        [left("Ingrid Solberg", "Zorvex", "head of policy")],
    ),
    "possessed-noun": (
        "Ingrid Solberg's exit from Kestrel Labs surprised her team.",
        [left("Ingrid Solberg", "Kestrel Labs")],
    ),
    "named-later": (
        "Northwind AI's CFO leaves after two years\n\nMikko Salonen spent his last day here on Monday.",
        [left("Mikko Salonen", "Northwind AI", "CFO")],
    ),
    "former-who-left": (
        "Joel Stern, a former Zorvex engineer, recently left the company.",
        [left("Joel Stern", "Zorvex", "engineer")],
    ),
    "years-as": (
        "Omar Haddad steps down after ten years as chief executive of Zorvex.",
        [left("Omar Haddad", "Zorvex", "chief executive")],
    ),
    "died": (
        "Zorvex chief economist Omar Haddad has died, his family said.",
        [left("Omar Haddad", "Zorvex", "chief economist")],
    ),
    "fired-by-the-board": (
        "Zorvex's chief executive, Omar Haddad, was fired by the board on Friday.",
        [left("Omar Haddad", "Zorvex", "chief executive")],
    ),
    "laid-off": ("Kestrel Labs laid off Joel Stern in April.", [left("Joel Stern", "Kestrel Labs")]),
    "role-from-the-headline": (
        "Google CFO Joel Stern quits\n\nStern left Google in May, the company said.",
        [left("Joel Stern", "Google", "CFO", "confirmed")],
    ),
    "role-from-the-next-sentence": (
        "Joel Stern is stepping down from Google. The 40-year-old treasurer, who sails, has no new job.",
        [left("Joel Stern", "Google", "treasurer")],
    ),
    "their-resignations": (
        "Ana Costa and Joel Stern announced their resignations from Google.",
        [left("Ana Costa", "Google", None, "confirmed"), left("Joel Stern", "Google", None, "confirmed")],
    ),
    "plural-title": (
        "Two directors of Zorvex, Ana Costa and Joel Stern, have departed to rejoin Google.",
        [
            told("Ana Costa", out=("Zorvex", "directors"), into=("Google", None)),
            told("Joel Stern", out=("Zorvex", "directors"), into=("Google", None)),
        ],
    ),
    "and-others": (
        "Google's treasurer Ana Costa and two other vice presidents have left.\n\nJoel Stern was sad.",
        [left("Ana Costa", "Google", "treasurer")],
    ),
    "which-he-left": (
        "Joel Stern, founder of Zorvex, praised Google, which he left in 2020.",
        [left("Joel Stern", "Google")],
    ),
    "decided-to-move-on": (
        "Joel Stern, Google's treasurer, said he had made the difficult decision to move on.",
        [left("Joel Stern", "Google", "treasurer", "confirmed")],
    ),
    "who-both": (
        "Ana Costa and Wei Zhang, who left Zorvex in May, spoke.",
        [left("Ana Costa", "Zorvex"), left("Wei Zhang", "Zorvex")],
    ),
    "company-abbreviated": (
        "Zorvex Inc. executive Ana Costa is leaving the company.",
        [left("Ana Costa", "Zorvex Inc", "executive")],
    ),
    "title-of-a-product": (
        "Fictive Quest designer leaves Zorvex after six years\n\nAna Costa has had enough.",
        [left("Ana Costa", "Zorvex", "designer")],
    ),
    "who-leads": (
        "Wei Zhang, who leads the vision team, is leaving Google.",
        [left("Wei Zhang", "Google", "leads the vision team")],
    ),
    "most-recently": (
        "Wei Zhang left Google, where he spent six years, most recently as director of partnerships.",
        [left("Wei Zhang", "Google", "director of partnerships")],
    ),
    "died-founder-and-head": (
        "Ana Costa, co-founder and CEO of Zorvex, died on Saturday.",
        [left("Ana Costa", "Zorvex", "co-founder and CEO")],
    ),
}
HANDING: dict[str, tuple[str, list[Told]]] = {
    "replaces": (
        "Omar Haddad replaces Lena Fischer as chief executive of Kestrel Labs.",
        [
            told("Lena Fischer", out=("Kestrel Labs", "chief executive")),
            joined("Omar Haddad", "Kestrel Labs", "chief executive"),
        ],
    ),
    "ousted-and-named": (
        "Kestrel Labs ousted chief executive Joel Stern and named Ana Costa interim CEO.",
        [
            left("Joel Stern", "Kestrel Labs", "chief executive"),
            joined("Ana Costa", "Kestrel Labs", "interim CEO"),
        ],
    ),
    "founded-by": (
        "Kestrel Labs, founded in 2019 by Lena Fischer and Omar Haddad, has raised $20 million.",
        [joined("Lena Fischer", "Kestrel Labs", "founder"), joined("Omar Haddad", "Kestrel Labs", "founder")],
    ),
    "co-founded": (
        "Ingrid Solberg, a professor at Lakeview University, co-founded Kestrel Labs.",
        [joined("Ingrid Solberg", "Kestrel Labs", "founder")],
    ),
    "own-startup": (
        "Ingrid Solberg launched her own startup, Tern AI.",
        [joined("Ingrid Solberg", "Tern AI", "founder")],
    ),
    "startup-of": (
        "Lena Fischer's startup, Tern AI, was founded in 2023.",
        [joined("Lena Fischer", "Tern AI", "founder")],
    ),
    "hands-the-reins": (
        "Google chief executive Lena Fischer is retiring. She will hand the reins to Joel Stern.",
        [
            left("Lena Fischer", "Google", "chief executive"),
            joined("Joel Stern", "Google", "chief executive", "planned"),
        ],
    ),
    "steps-into-the-role": (
        "CTO Joel Stern will leave Google, and lawyer Ana Costa will step into the role.",
        [left("Joel Stern", "Google", "CTO", "planned"), joined("Ana Costa", "Google", "CTO", "planned")],
    ),
    "duties-taken-over": (
        "Google treasurer Joel Stern has quit. Stern's duties will be taken over by Ana Costa.",
        [left("Joel Stern", "Google", "treasurer"), joined("Ana Costa", "Google", "treasurer", "planned")],
    ),
    "replaced-as-by": (
        "Zorvex founder Ana Costa was replaced as treasurer by Joel Stern.",
        [left("Ana Costa", "Zorvex", "treasurer"), joined("Joel Stern", "Zorvex", "treasurer")],
    ),
    "succeeded-by-deputy": (
        "Ana Costa will be succeeded as Google's treasurer by her deputy, Joel Stern.",
        [
            left("Ana Costa", "Google", "treasurer", "planned"),
            joined("Joel Stern", "Google", "treasurer", "planned"),
        ],
    ),
    "interim": (
        "Zorvex's treasurer, Joel Stern, will become interim CEO of Google.",
        [joined("Joel Stern", "Google", "interim CEO", "planned")],
    ),
    "the-startup": (
        "Ana Costa left Google to co-found Tern AI. The startup has hired Joel Stern as a lawyer.",
        [
            told("Ana Costa", out=("Google", None), into=("Tern AI", "founder")),
            joined("Joel Stern", "Tern AI", "lawyer"),
        ],
    ),
    "he-succeeds": (
        "Joel Stern, formerly treasurer at Zorvex, is now dean of Lakeview College. He succeeds Ana Costa.",
        [
            joined("Joel Stern", "Lakeview College", "dean"),
            left("Ana Costa", "Lakeview College", "dean"),
        ],
    ),
    "launched-a-firm": (
        "Ana Costa has launched Tern AI, an investment firm in Oslo.",
        [joined("Ana Costa", "Tern AI", "founder")],
    ),
    "hired-to-replace": (
        "Google has hired Omar Haddad as chair to replace Joel Stern.",
        [left("Joel Stern", "Google", "chair"), joined("Omar Haddad", "Google", "chair")],
    ),
}
NOTHING = {
    "hypothetical": "If Lena Fischer leaves Kestrel Labs, the team could fall apart.",
    "question": "Should Lena Fischer leave Kestrel Labs?",
    "call": "Lena Fischer joined a call with investors on Monday.",
    "alliance": "Kestrel Labs joins the alliance of open chip makers.",
    "sports": "Striker Luca Moretti joined Riverside FC on a free transfer.",
    "former-alone": "Ana Costa, a former Northwind AI engineer, spoke at the event.",
    "adjective": "The bug left Kestrel Labs vulnerable.",
    "meeting": "Joel Stern left the meeting early.",
    "named-a-thing": "Ana Costa named her dog Apple.",
    "free-agent": "Free agent Luca Moretti left the Riverside Kings after a season with one title.",
    "fellow": "Ana Costa will join fellow designer Joel Stern at the opening of a show.",
    "moves-to-do": "Lena Fischer's moves to prevent a strike at Google were praised.",
    "remains": "Lena Fischer remains chief executive of Google.",
    "worked-at": "Ana Costa previously worked at Apple and Google.",
}
STATUS = {
    "Lena Fischer did not join Kestrel Labs.": "negated",
    "Lena Fischer declined to join Kestrel Labs.": "negated",
    "Kestrel Labs denied reports that Lena Fischer would leave the company.": "denied",
    "Sources say Lena Fischer is in talks to join Kestrel Labs.": "rumoured",
    "Lena Fischer is reportedly leaving Kestrel Labs.": "rumoured",
    "Lena Fischer plans to leave Kestrel Labs.": "planned",
    "Lena Fischer wrote in a blog post that she has left Kestrel Labs.": "confirmed",
    "Lena Fischer has left Kestrel Labs.": "reported",
    "Lena Fischer is leaving Kestrel Labs, a spokesman said.": "confirmed",
    "Lena Fischer, a lawyer at Google, will not return to Kestrel Labs.": "negated",
    "Lena Fischer left Kestrel Labs in 2019 to found Tern AI.": "reported",
    "Lena Fischer left Kestrel Labs in June, co-founder Joel Stern said.": "confirmed",
    "Rumors that Lena Fischer had left Kestrel Labs are untrue, the firm said.": "denied",
    "Lena Fischer is leaving Kestrel Labs amid reports of a sale.": "reported",
    "Lena Fischer could leave Kestrel Labs.": "rumoured",
    "Lena Fischer is said to be joining Kestrel Labs.": "rumoured",
    "According to people familiar with the matter, Lena Fischer is leaving Kestrel Labs.": "rumoured",
    "Lena Fischer has no plans to leave Kestrel Labs.": "negated",
    "A bid to oust Lena Fischer as chief executive of Kestrel Labs failed.": "negated",
    "Lena Fischer said on Tuesday that she would leave Kestrel Labs.": "confirmed",
    "Lena Fischer left Kestrel Labs in June. Fischer said the decision was hard.": "confirmed",
    "The planned appointment of Lena Fischer as general counsel of Kestrel Labs drew protests.": "planned",
    "Kestrel Labs announced a new board on Monday. Lena Fischer has left Kestrel Labs.": "confirmed",
    "Lena Fischer, who is leaving Kestrel Labs, is reportedly raising money.": "reported",
}
_ALL = JOINING | LEAVING | HANDING


@pytest.mark.parametrize("case", _ALL)
def test_moves_are_read(case: str) -> None:
    text, expected = _ALL[case]
    assert sorted(moves(text), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("case", NOTHING)
def test_what_is_no_move_is_left_out(case: str) -> None:
    assert moves(NOTHING[case]) == []


@pytest.mark.parametrize("text", STATUS)
def test_status_follows_the_words_around(text: str) -> None:
    assert [move.status for move in moves(text)] == [STATUS[text]]


WHEN = {
    "Google on Monday appointed Ana Costa as chief executive, effective September 1.": "September 1",
    "Google CEO Omar Haddad will step down, the company said. His last day is July 4.": "July 4",
    "Omar Haddad, Google's chief executive since 2014, will join Kestrel Labs.": None,
    "Google's CFO left in May 2024.\n\nMikko Salonen spent his last day here with friends.": "May 2024",
    "Ana Costa left Google in May 2023, who was with it since 2011.": "May 2023",
    "Google named Ana Costa chief executive; she will take over on 1 July.": "1 July",
    "Joel Stern, who joined Google in 2019, has left.": "2019",
    "Joel Stern said on Friday that he will leave Google. His last day is July 4.": "July 4",
    "Joel Stern will leave Google. Ana Costa will start on May 2.": None,
    "The post had been vacant since April, when Joel Stern left Google.": "April",
    "Joel Stern left Google through a long and much discussed change of its rules in May.": "May",
    "Joel Stern, who has been with Google since March 2021, is back from a trip.": "March 2021",
}


@pytest.mark.parametrize("text", WHEN)
def test_a_move_takes_the_date_that_is_its_own(text: str) -> None:
    first = next(c for c in claims(text) if isinstance(c.content, Move))
    assert (first.when and first.when.text) == WHEN[text]
