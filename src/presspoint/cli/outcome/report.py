"""The report command: one page for a clinician, as text, as HTML and as JSON."""

from collections.abc import Iterable
from itertools import repeat
from pathlib import Path
from typing import Annotated

from presspoint.cli.parsing.option import Json, flag, path_option, value_option
from presspoint.errors import UsageError
from presspoint.listing.report.contents import Contents
from presspoint.listing.report.document import report_document
from presspoint.listing.report.holdings import holdings
from presspoint.listing.report.lines import report_lines
from presspoint.listing.report.report import Report, build_report
from presspoint.run.report.gathering import gather
from presspoint.run.report.typed import (
    LONGEST_NAME,
    LONGEST_QUESTION,
    ReportWish,
    one_line,
    report_period,
)
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.history.reading import Damage
from presspoint.storage.new_file import refuse_name_in_use, write_new_file
from presspoint.storage.settings_file import current_day
from presspoint.terminal.cells import wrap
from presspoint.terminal.output import (
    can_ask,
    print_document,
    print_lines,
    print_paragraph,
    print_paragraphs,
    remark,
    report_all,
    width,
    write_lines,
)
from presspoint.words import printable

COLUMNS = 80  # of the text, wherever it is read
ALONE = "--json is printed alone: leave out --to, --html and --text."
NOBODY = "Nobody can be asked here. Add --yes to write it."
NO_PDF = "A report is a page (.html) or a text (.txt). A browser prints the page as a PDF."
HINT = "presspoint report --to report.html writes it as a page to print."


def write_report(
    since: Annotated[
        str, value_option("WHEN", "From this day on: 6w, 30d, monday, 2026-11-01.")
    ] = "6w",
    to: Annotated[
        Path | None,
        path_option("FILE", "Write a page to print, or a .txt, into a new file.", "--to"),
    ] = None,
    ask: Annotated[str, value_option("TEXT", "What you want to ask.")] = "",
    name: Annotated[str, value_option("NAME", "Your name; if left out, nobody is named.")] = "",
    without_conditions: Annotated[
        bool, flag("--without-conditions", "Leave your conditions out.")
    ] = False,
    html: Annotated[bool, flag("--html", "As a page in HTML.")] = False,
    text: Annotated[bool, flag("--text", "As text.")] = False,
    yes: Annotated[bool, flag("--yes", "Write the file without asking.")] = False,
    json: Json = False,
) -> None:
    """Make one page that a clinician can read.

    What you did against what you planned, your pain, what hurt, your conditions and your question.
    It is printed as text; in a file it is a page that prints on one sheet, and what it holds is
    said before it is written. Nothing is sent anywhere.
    """
    if [json, html, text].count(True) > 1 or (json and to):
        raise UsageError(ALONE if json else "Give --html or --text, not both.")
    period = report_period(since, current_day())
    said = one_line(name, "--name", LONGEST_NAME), one_line(ask, "--ask", LONGEST_QUESTION)
    if to:
        _refuse_to_write(to, asks=not yes)
        html = html or not (text or to.suffix.lower() == ".txt")
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    damage = Damage()
    contents = gather(catalogue, ReportWish(period, *said, not without_conditions), damage)
    report = build_report(catalogue, contents)
    if json:
        print_document(report_document(catalogue, report, contents))
    elif to:
        _write(to, report, contents, asks=not yes, as_page=html)
    elif html:
        write_lines([_page(report, contents)])
    else:
        print_lines(_wrap_lines(report_lines(report, contents), min(COLUMNS, width())))
        remark(HINT)
    damage.check()


def _refuse_to_write(path: Path, *, asks: bool) -> None:
    """Raise UsageError where nobody can be asked, and for a PDF; StorageError for a name in use."""
    if asks and not can_ask():
        raise UsageError(NOBODY)
    if path.suffix.lower() == ".pdf":
        raise UsageError(NO_PDF)
    refuse_name_in_use(path)


def _write(path: Path, report: Report, contents: Contents, *, asks: bool, as_page: bool) -> None:
    """Say what the report holds, and write it unless the person says no. Raises StorageError."""
    print_paragraphs(holdings(contents))
    if asks and not _may_write(path):
        print_paragraph("Nothing was written.")
        return
    lines = () if as_page else _wrap_lines(report_lines(report, contents), COLUMNS)
    write_new_file(path, _page(report, contents) if as_page else "\n".join([*lines, ""]))
    print_paragraph(f"Saved in {path}. Only you can read it on this computer.")


def _may_write(path: Path) -> bool:
    from presspoint.run.questions.asking import ask_key  # what is printed asks nothing
    from presspoint.terminal.questions.key_question import ENTER  # as above

    answers = {ENTER: "yes", "y": "yes", "n": "no"}
    return ask_key(answers, f"Write it to {path}?", "Enter: write it. n: no. q: quit.") == "yes"


def _page(report: Report, contents: Contents) -> str:
    from presspoint.pages.report.page import report_page  # a text needs no templates

    return report_page(report, contents.period)


def _wrap_lines(lines: Iterable[str], columns: int) -> list[str]:
    """The lines made printable and broken between words, with what is left of one indented."""
    shown = [printable(each) for each in lines]
    indents = [len(each) - len(each.lstrip()) + 2 for each in shown]
    parts = (wrap(*each) or [""] for each in zip(shown, repeat(columns), indents, strict=False))
    return [part for each in parts for part in each]
