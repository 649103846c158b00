"""Every record of the history for other machines, in an order that only the records decide."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import groupby
from typing import get_args

from presspoint import clock
from presspoint.exchange.entry import EntryLine, entry_table, read_entry
from presspoint.exchange.line import OWN_FILE, PROFILE, OwnText
from presspoint.exchange.session import read_session, session_table
from presspoint.exchange.shapes import RecordError
from presspoint.session.record.records import SessionRecord, Status
from presspoint.storage.entries.entry import Kind
from presspoint.storage.history.reading import Damage, read_sessions
from presspoint.storage.history.schema import storage_errors
from presspoint.storage.history.source import open_to_read, rows
from presspoint.storage.paths import HISTORY, folder
from presspoint.storage.presence import is_there
