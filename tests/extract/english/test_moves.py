from __future__ import annotations

import pytest

from tests.extract.factory import Told, joined, left, moves, told

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
}
LEAVING: dict[str, tuple[str, list[Told]]] = {
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
        [left("Joel Stern", "Zorvex")],
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
