"""The pain before and after a session, in words."""

from collections.abc import Iterable
from datetime import date, timedelta

from presspoint.session.record.records import SessionRecord


def pain_sentence(record: SessionRecord) -> str:
    """Return how strong the pain was before and after a session; nothing where neither is known."""
    words = pain_words(record)
    return f"{words.capitalize()}." if words else ""


def earlier_pain_sentence(earlier: Iterable[SessionRecord], today: date) -> str:
    """Return the pain before and after the last session that may be compared, within a week."""
    last = next((each for each in earlier if each.pain_change_counts), None)
    days_ago = {str(today - timedelta(number)): number for number in range(7)}
    ago = days_ago.get(last.started[:10]) if last else None
    if last is None or ago is None:
        return ""
    when = {0: "Earlier today", 1: "Yesterday"}.get(ago, f"On {today - timedelta(ago):%A}")
    return f"{when}: {last.pain_before} -> {last.pain_after}."


def pain_words(record: SessionRecord) -> str:
    """Return "pain before 6, after 4", with what of it is known; empty where nothing is."""
    answers = (("before", record.pain_before), ("after", record.pain_after))
    parts = [f"{when} {pain}" for when, pain in answers if pain is not None]
    return f"pain {', '.join(parts)}" if parts else ""
