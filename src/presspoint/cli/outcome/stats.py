"""The stats command: what sessions add up to, by week, routine and place."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, NamedTuple

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import Json, flag, value_option
from presspoint.listing.outcome.document import stats_document
from presspoint.listing.outcome.stats import (
    FEW_A_WEEK,
    change_remarks,
    heading,
    none_sentence,
    sums_rows,
    total_sentences,
)
from presspoint.listing.outcome.weeks import LEGEND, Style, week_rows
from presspoint.outcome.calendar import first_monday
from presspoint.outcome.stats import Stats, add_up, first_day
from presspoint.outcome.summary import Summary
from presspoint.run.arguments.days import match_since
from presspoint.run.arguments.names import match_id
from presspoint.run.arguments.point import find_point
from presspoint.run.rests import rest_days
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.history.reading import Damage
from presspoint.storage.history.summaries import read_summaries
from presspoint.storage.settings_file import current_day, read_settings
from presspoint.terminal.listings import print_rows, print_sections
from presspoint.terminal.output import (
    draws_columns,
    is_read_out,
    print_document,
    print_heading,
    print_paragraph,
    print_paragraphs,
    remark,
    report_all,
    width,
)
