"""QR codes are read by another program: from a drawing, a terminal and a printed sheet."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import Catalogue
from presspoint.own_content.qr.routine import share
from presspoint.pages.qr_code import LARGEST_VERSION, LEAST_SQUARE, WIDTH, qr_code
from presspoint.pages.sheet.page import sheet_page
from presspoint.terminal.lists import qr as terminal
from support.handouts import handout

LETTERS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", min_size=1, max_size=300)
SQUARE = 3  # dots a side


def run(*command: str | Path) -> str:
    """Run another program, or skip where it is not installed."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed here")
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    return done.stdout.strip()


def read_squares(rows: tuple[tuple[bool, ...], ...], file: Path) -> str:
    """Return what another program reads in dark and light squares."""
    dots = [[int(dark) for dark in row for _ in range(SQUARE)] for row in rows]
    lines = [" ".join(map(str, row)) for row in dots for _ in range(SQUARE)]
    size = len(rows) * SQUARE
    file.write_text("\n".join([f"P1 {size} {size}", *lines]), encoding="ascii")
    return run("zbarimg", "-q", "--raw", file)


def squares_of(lines: list[str], size: int) -> tuple[tuple[bool, ...], ...]:
    """Return the squares that lines of a terminal show."""
    pairs = {half: pair for pair, half in terminal.HALVES.items()}
    halves = [[pairs[half] for half in line] for line in lines]
    rows = [tuple(pair[number] for pair in line) for line in halves for number in (0, 1)]
    return tuple(rows[:size])


def test_another_program_reads_what_was_written(tmp_path: Path, catalogue: Catalogue) -> None:
    text = share(catalogue, routine(catalogue, "evening")._replace(file="own.toml"), {})
    code = qr_code(text)
    assert code
    assert read_squares(code.rows, tmp_path / "code.pbm") == text


@settings(max_examples=20)
@given(LETTERS)
def test_a_terminal_shows_every_square(text: str) -> None:
    code = qr_code(text)
    assert code
    lines = list(terminal._lines(code.rows))  # without its colours
    assert squares_of(lines, len(code.rows)) == code.rows
    assert {len(each) for each in lines} == {len(code.rows)}


def test_what_would_be_too_fine_for_paper_has_no_code() -> None:
    for length in (100, 400, 700, 1000, 1300, 1451, 1452):
        if code := qr_code("A" * length):
            assert code.version <= LARGEST_VERSION
            width = float(code.svg.partition('width="')[2].partition("mm")[0])
            assert width / len(code.rows) >= LEAST_SQUARE - 0.001
            assert width >= WIDTH - 0.5
    assert qr_code("A" * 1600) is None
    assert qr_code("A" * 10_000) is None


def test_a_drawing_holds_squares_only(catalogue: Catalogue) -> None:
    hostile = routine(catalogue, "evening")._replace(title="<script>x</script>", file="own.toml")
    code = qr_code(share(catalogue, hostile, {}))
    assert code
    assert set(re.findall(r"<(\w+)", code.svg)) == {"svg", "g", "path"}
    assert "x</" not in code.svg


@pytest.mark.long
@pytest.mark.parametrize(("name", "dots"), [("lower-back", 100), ("own", 150)])
def test_a_printed_sheet_is_one_page_whose_code_is_read(
    catalogue: Catalogue, tmp_path: Path, name: str, dots: int
) -> None:
    whole = routine(catalogue, "lower-back")
    text = share(catalogue, whole._replace(file="own.toml") if name == "own" else whole, {})
    code = qr_code(text)
    assert code
    page, paper = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
    page.write_text(sheet_page(handout(catalogue), code.svg), encoding="utf-8")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    run("chromium", "--headless", *root, f"--print-to-pdf={paper}", page.as_uri())
    assert "Pages: 1" in " ".join(run("pdfinfo", paper).split())
    run("pdftoppm", "-r", str(dots), "-png", "-singlefile", paper, tmp_path / "sheet")
    assert run("zbarimg", "-q", "--raw", tmp_path / "sheet.png") == text
