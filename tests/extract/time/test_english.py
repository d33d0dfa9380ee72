from __future__ import annotations

import pytest

from tests.extract.time.reading import parse_days, read

# id, text, the words of the expression, the days they mean; all told on 2025-04-16.
DATES = [
    ("american", "He left on March 3, 2024.", "March 3, 2024", "2024-03-03"),
    ("ordinal", "On July 14th, 2024, he left", "July 14th, 2024", "2024-07-14"),
    ("dotted", "Sept. 5, 2024", "Sept. 5, 2024", "2024-09-05"),
    ("british", "he left on 30 June 2024", "30 June 2024", "2024-06-30"),
    ("ofmonth", "the 5th of March 2024", "5th of March 2024", "2024-03-05"),
    ("abbreviated", "5 Mar 2024", "5 Mar 2024", "2024-03-05"),
    ("weekday", "Monday, April 14", "Monday, April 14", "2025-04-14"),
    ("bracketed", "Thursday (17th Oct)", "Thursday (17th Oct)", "2024-10-17"),
    ("near", "his last day is May 12th", "May 12th", "2025-05-12"),
    ("ahead", "she is to step down on June 30", "June 30", "2025-06-30"),
    ("past", "she left on December 29th", "December 29th", "2024-12-29"),
    ("effective", "effective July 1", "July 1", "2025-07-01"),
    ("iso", "published: 2025-03-05T10:00", "2025-03-05", "2025-03-05"),
    ("month", "in March 2024", "March 2024", "2024-03"),
    ("comma", "in March, 2024", "March, 2024", "2024-03"),
    ("earlymonth", "Early March 2024", "Early March 2024", "2024-03-01/2024-03-11"),
    ("inmonth", "he left in March", "March", "2025-03"),
    ("lastyears", "he left in June", "June", "2024-06"),
    ("will", "he will leave in June", "June", "2025-06"),
    ("endofquarter", "he leaves at the end of the quarter", "the end of the quarter", "2025-06-30"),
    ("pasttostart", "he quit in June to start a firm", "June", "2024-06"),
    ("present", "she joins the bank in June", "June", "2025-06"),
    ("since", "since February", "February", "2025-02"),
    ("attributive", "after a June announcement", "June", "2024-06"),
    ("mid", "in mid-March", "mid-March", "2025-03-11/2025-03-21"),
    ("latemonth", "in late March", "late March", "2025-03-21/2025-04-01"),
    ("lastmonthname", "last August", "last August", "2024-08"),
    ("nextmonthname", "until next May", "next May", "2025-05"),
]
YEARS = [
    ("in", "he joined in 2019", "2019", "2019"),
    ("by", "by 2027", "2027", "2027"),
    ("theyear", "the year 2020", "2020", "2020"),
    ("brackets", "a startup (2015)", "2015", "2015"),
    ("early", "in early 2024", "early 2024", "2024-01-01/2024-05-01"),
    ("middle", "mid-2024", "mid-2024", "2024-05-01/2024-09-01"),
    ("late", "late 2023", "late 2023", "2023-09-01/2024-01-01"),
    ("spring", "in the spring of 2024", "the spring of 2024", "2024-03-01/2024-06-01"),
    ("fall", "fall 2023", "fall 2023", "2023-09-01/2023-12-01"),
    ("winter", "winter 2024", "winter 2024", "2024-12-01/2025-03-01"),
    ("quarter", "In Q2 2024", "Q2 2024", "2024-04-01/2024-07-01"),
    ("reversed", "in 2024 Q4", "2024 Q4", "2024-10-01/2025-01-01"),
    ("wordy", "the third quarter of 2024", "the third quarter of 2024", "2024-07-01/2024-10-01"),
    ("barequarter", "in the third quarter", "the third quarter", "2024-07-01/2024-10-01"),
    ("half", "the first half of 2024", "the first half of 2024", "2024-01-01/2024-07-01"),
    ("shorthalf", "H2 2023", "H2 2023", "2023-07-01/2024-01-01"),
    ("thishalf", "second half of this year", "second half of this year", "2025-07-01/2026-01-01"),
    ("lastyear", "last year", "last year", "2024"),
    ("latelast", "late last year", "late last year", "2024-09-01/2025-01-01"),
    ("earlythis", "early this year", "early this year", "2025-01-01/2025-05-01"),
    ("earlynext", "early next year", "early next year", "2026-01-01/2026-05-01"),
    ("earlier", "earlier this year", "earlier this year", "2025-01-01/2025-04-17"),
    ("later", "later this year", "later this year", "2025-04-16/2026-01-01"),
    ("summer", "last summer", "last summer", "2024-06-01/2024-09-01"),
    ("decade", "in the 1990s", "the 1990s", "1990-01-01/2000-01-01"),
    ("latedecade", "in the late 1980s", "the late 1980s", "1987-01-01/1990-01-01"),
    ("end", "at the end of 2023", "the end of 2023", "2023-12"),
    ("endahead", "until the end of the year", "the end of the year", "2025-12-31"),
    ("bytheend", "by the end of the year", "by the end of the year", "2025-04-16/2026-01-01"),
    ("endmonth", "by the end of June", "by the end of June", "2025-04-16/2025-07-01"),
    ("endpast", "at the end of last month", "the end of last month", "2025-03-21/2025-04-01"),
    ("beginning", "at the beginning of the year", "the beginning of the year", "2025-01-01/2025-04-01"),
    ("start", "at the start of 2023", "the start of 2023", "2023-01-01/2023-04-01"),
]
RELATIVE = [
    ("yesterday", "He left yesterday.", "yesterday", "2025-04-15"),
    ("tonight", "He leaves tonight", "tonight", "2025-04-16"),
    ("lastnight", "He left last night", "last night", "2025-04-15"),
    ("tomorrow", "He starts tomorrow", "tomorrow", "2025-04-17"),
    ("weekday", "He left on Thursday.", "Thursday", "2025-04-10"),
    ("weekdayahead", "He will leave on Thursday.", "Thursday", "2025-04-17"),
    ("lastfriday", "He left last Friday.", "last Friday", "2025-04-11"),
    ("thisfriday", "He leaves this Friday.", "this Friday", "2025-04-18"),
    ("nexttuesday", "He starts next Tuesday.", "next Tuesday", "2025-04-22"),
    ("pastfriday", "He left this past Friday.", "this past Friday", "2025-04-11"),
    ("lastweek", "Last week he left", "Last week", "2025-04-07/2025-04-14"),
    ("nextweek", "He starts next week", "next week", "2025-04-21/2025-04-28"),
    ("lastmonth", "He left last month", "last month", "2025-03"),
    ("thismonth", "He left earlier this month.", "earlier this month", "2025-04-01/2025-04-17"),
    ("lastquarter", "He left last quarter", "last quarter", "2025-01-01/2025-04-01"),
    ("weekend", "He left over the weekend", "over the weekend", "2025-04-12/2025-04-14"),
    ("weeksago", "He left two weeks ago.", "two weeks ago", "2025-03-30/2025-04-06"),
    ("daysago", "He left 3 days ago.", "3 days ago", "2025-04-13"),
    ("yearago", "He left a year ago.", "a year ago", "2024"),
    ("monthsago", "He left eighteen months ago.", "eighteen months ago", "2023-10"),
    ("fewdays", "He left several days ago", "several days ago", "2025-04-09/2025-04-15"),
    ("pastyear", "over the past year", "over the past year", "2024-04-16/2025-04-17"),
]
NO_TIMES = [
    ("employees", "the company has 2024 employees"),
    ("people", "a crowd of 2000 people"),
    ("window", "Windows 2000"),
    ("subject", "2024 was loud"),
    ("april", "April Smith joined"),
    ("may", "They may leave, and May joined"),
    ("march", "the March on Washington"),
    ("black", "a Black Friday sale"),
    ("model", "GPT-4 and Llama 3.1 at 405B"),
    ("code", "the hole CVE-2024-0001"),
    ("price", "$2019 each"),
    ("resolution", "a picture of 1920x1080"),
]


@pytest.mark.parametrize(
    ("text", "words", "days"), [pytest.param(*row[1:], id=row[0]) for row in (*DATES, *YEARS, *RELATIVE)]
)
def test_reads(text: str, words: str, days: str) -> None:
    ((found, mention),) = read(text)
    assert (found, str(mention.range)) == (words, str(parse_days(days)))
    assert not mention.vague


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NO_TIMES])
def test_reads_no_time_into(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "words", ["last year", "yesterday", "on Tuesday", "two weeks ago", "in May", "by the end of June"]
)
def test_invents_nothing_without_an_anchor(words: str) -> None:
    ((_, mention),) = read(f"he left {words}", None)
    assert mention.vague
    assert mention.range.is_unknown
