from __future__ import annotations

import pytest
from rich.table import Table

from quliu.cli.screen import print_rich


def test_nothing_is_cut_or_coloured_where_no_terminal_reads(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table("[bold]题[/bold]", "数", header_style="bold red")
    table.add_row("长" * 300, ":smile:")
    print_rich(table)
    printed = capsys.readouterr().out
    assert "长" * 300 in printed
    assert ":smile:" in printed
    assert "[bold]题[/bold]" in printed
    assert "\x1b" not in printed
