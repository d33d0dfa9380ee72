"""Holdings, reporting lines and the news of firms and works in English text."""

from __future__ import annotations

import pytest

from quliu.model import (
    Contribution,
    Dispute,
    Figure,
    Funding,
    Mention,
    OrgChange,
    Parthood,
    Release,
    Reporting,
)
from tests.extract.factory import Held, claims, holdings

HELD: dict[str, tuple[str, list[Held]]] = {
    "before": ("Kestrel Labs CTO Wei Zhang gave a talk.", [Held("Wei Zhang", "Kestrel Labs", "CTO", False)]),
    "after": (
        "Wei Zhang, chief scientist at Kestrel Labs, gave a talk.",
        [Held("Wei Zhang", "Kestrel Labs", "chief scientist", False)],
    ),
    "former": (
        "Former Google researcher Ana Costa gave a talk.",
        [Held("Ana Costa", "Google", "researcher", True)],
    ),
    "possessed-former": (
        "Google's former CEO Omar Haddad gave a talk.",
        [Held("Omar Haddad", "Google", "CEO", True)],
    ),
    "was-previously": (
        "Ana Costa was previously a director at Google.",
        [Held("Ana Costa", "Google", "director", True)],
    ),
    "leads": (
        "Ana Costa, who leads research at Google, gave a talk to the director.",
        [Held("Ana Costa", "Google", "leads research", False)],
    ),
    "two-posts": (
        "Ana Costa, Google co-founder and Kestrel Labs CEO, gave a talk.",
        [Held("Ana Costa", "Google", "co-founder", False), Held("Ana Costa", "Kestrel Labs", "CEO", False)],
    ),
    "two-firms": (
        "Former Google and Microsoft researcher Ana Costa gave a talk.",
        [Held("Ana Costa", "Google", "researcher", True), Held("Ana Costa", "Microsoft", "researcher", True)],
    ),
    "several": (
        "Google's co-founders, Ana Costa and Omar Haddad, gave a talk.",
        [
            Held("Ana Costa", "Google", "co-founders", False),
            Held("Omar Haddad", "Google", "co-founders", False),
        ],
    ),
    "of-the-firm-that-acts": (
        "Google posted a loss as CEO Omar Haddad gave a talk.",
        [Held("Omar Haddad", "Google", "CEO", False)],
    ),
    "spent-years": (
        "Ana Costa, who spent two decades at Google, gave a talk as head of a jury.",
        [Held("Ana Costa", "Google", None, True)],
    ),
    "its": (
        "Google sent Ana Costa, its general counsel, to the talks about the founder.",
        [Held("Ana Costa", "Google", "general counsel", False)],
    ),
    "stays-as": (
        "Ana Costa, CEO of Google, will step down but remain the company's chairwoman.",
        [Held("Ana Costa", "Google", "chairwoman", False)],
    ),
    "formerly-at": (
        "Ana Costa, previously at Google, gave a talk to the director.",
        [Held("Ana Costa", "Google", None, True)],
    ),
    "new-is-a-move": ("Google's new CEO Omar Haddad gave a talk.", []),
    "press": ("Google spokeswoman Ana Costa gave no comment to the director.", []),
}


@pytest.mark.parametrize("case", HELD)
def test_posts_in_passing_are_read(case: str) -> None:
    text, expected = HELD[case]
    assert sorted(holdings(text), key=repr) == sorted(expected, key=repr)


TOLD: dict[str, tuple[type, dict[str, str | None]]] = {
    "Lena Fischer will report directly to chief executive Omar Haddad.": (
        Reporting,
        {"person": "Lena Fischer", "manager": "Omar Haddad"},
    ),
    "Lena Fischer joined Google in May, reporting to Omar Haddad.": (
        Reporting,
        {"person": "Lena Fischer", "manager": "Omar Haddad"},
    ),
    "Google has acquired robot maker Kestrel Labs.": (
        OrgChange,
        {"org": "Kestrel Labs", "action": "acquired", "other": "Google"},
    ),
    "Kestrel Labs was acquired by Google.": (
        OrgChange,
        {"org": "Kestrel Labs", "action": "acquired", "other": "Google"},
    ),
    "Google laid off 600 employees in the layoff of May.": (
        OrgChange,
        {"org": "Google", "action": "layoff", "other": None},
    ),
    "Google has disbanded Kestrel Labs, founded in 2019.": (
        OrgChange,
        {"org": "Kestrel Labs", "action": "disbanded", "other": None},
    ),
    "Google merged Kestrel Labs with Tern AI, founded in 2019.": (
        OrgChange,
        {"org": "Kestrel Labs", "action": "merged", "other": "Tern AI"},
    ),
    "Kestrel Labs raised $14.6B from Google.": (
        Funding,
        {"org": "Kestrel Labs", "action": "raised", "amount": "$14.6B"},
    ),
    "Kestrel Labs is in talks to raise $20 million.": (
        Funding,
        {"org": "Kestrel Labs", "action": "seeking", "amount": "$20 million"},
    ),
    "Kestrel Labs, founded in 2019, is valued at $2 billion.": (
        Funding,
        {"org": "Kestrel Labs", "action": "valuation", "amount": "$2 billion"},
    ),
    "Lena Fischer sued Google over unpaid wages.": (
        Dispute,
        {"plaintiff": "Lena Fischer", "defendant": "Google", "matter": "unpaid wages"},
    ),
    "Lena Fischer, who led the development of GPT-5, left OpenAI.": (
        Contribution,
        {"person": "Lena Fischer", "work": "GPT-5", "role": "led the development of"},
    ),
    "Lena Fischer, a co-creator of ChatGPT, left OpenAI.": (
        Contribution,
        {"person": "Lena Fischer", "work": "ChatGPT", "role": "a co-creator"},
    ),
    "Kestrel Labs, founded in 2019, now employs about 1,200 engineers.": (
        Figure,
        {"subject": "Kestrel Labs", "metric": "engineers", "value": "1,200"},
    ),
    "Google is laying off 12% of its staff.": (
        Figure,
        {"subject": "Google", "metric": "laying off", "value": "12", "unit": "%"},
    ),
    "OpenAI released GPT-5 on Monday.": (Release, {"work": "GPT-5", "org": "OpenAI", "action": "released"}),
    "The launch of Sora was delayed.": (Release, {"work": "Sora", "org": None, "action": "delayed"}),
    "Kestrel Labs, a unit of Google, was founded in 2019.": (
        Parthood,
        {"org": "Kestrel Labs", "parent": "Google"},
    ),
}


@pytest.mark.parametrize("text", TOLD)
def test_facts_are_read(text: str) -> None:
    kind, slots = TOLD[text]
    found = [c.content for c in claims(text) if type(c.content) is kind]
    assert [{name: _plain(getattr(one, name)) for name in slots} for one in found] == [slots]


def _plain(slot: object) -> object:
    return slot.name if isinstance(slot, Mention) else slot


@pytest.mark.parametrize(
    "text",
    [
        "Lena Fischer reported to the police that Google had been robbed.",
        "Google raised concerns about the founder.",
        "Google cut prices for its founders' phones.",
        "The founder of Google parted with its lab of ideas.",
    ],
)
def test_what_is_no_such_fact_is_left_out(text: str) -> None:
    assert [c for c in claims(text) if isinstance(c.content, Reporting | OrgChange | Funding | Dispute)] == []
