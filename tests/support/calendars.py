"""A checker of calendar files, line by line, by the rules of RFC 5545."""

from __future__ import annotations

import re

LINE = re.compile(r"[A-Z-]+(?:;[A-Z-]+=[^:;]+)*:.*", re.DOTALL)
TEXTS = ("SUMMARY", "DESCRIPTION")
LOCAL, IN_UTC = re.compile(r"\d{8}T\d{6}"), re.compile(r"\d{8}T\d{6}Z")
REQUIRED = {
    "VCALENDAR": ("PRODID", "VERSION"),
    "VEVENT": ("UID", "DTSTAMP", "DTSTART"),
    "VALARM": ("ACTION", "TRIGGER", "DESCRIPTION"),
}
ONCE = {*REQUIRED["VCALENDAR"], *REQUIRED["VEVENT"], *REQUIRED["VALARM"], "SUMMARY", "RRULE"}


def faults(text: str) -> list[str]:
    """Return what of a calendar file breaks a rule; [] for a good one."""
    content = text.encode()
    found = [] if content.endswith(b"\r\n") else ["the last line has no CRLF"]
    lines = content.split(b"\r\n")[:-1]
    found += [f"longer than 75 octets: {line!r}" for line in lines if len(line) > 75]
    found += [f"a bare line end: {line!r}" for line in lines if re.search(rb"[\r\n]", line)]
    for line in lines:
        try:
            line.decode()
        except UnicodeDecodeError:
            found.append(f"a character is cut: {line!r}")
    return found + _structure(text.replace("\r\n ", "").split("\r\n")[:-1])


def _structure(lines: list[str]) -> list[str]:
    """What breaks a rule between the lines, once they are unfolded."""
    found, open_parts, ids = [], [], []
    for line in lines:
        if not LINE.fullmatch(line):
            found.append(f"no property: {line!r}")
            continue
        name, _, value = line.partition(":")
        if name == "BEGIN":
            open_parts.append((value, list[str]()))
        elif name == "END":
            part, names = open_parts.pop()
            found += [f"{part} ends as {value}"] if part != value else []
            found += [f"{part} lacks {each}" for each in REQUIRED[part] if each not in names]
            found += [f"{part} has {each} twice" for each in ONCE if names.count(each) > 1]
        else:
            open_parts[-1][1].append(name)
            found += _value(name, value)
            ids += [value] if name == "UID" else []
    found += [f"{part} has no end" for part, _ in open_parts]
    return found + (["an id is there twice"] if len(ids) > len(set(ids)) else [])


def _value(name: str, value: str) -> list[str]:
    """What breaks a rule in a value."""
    if name in TEXTS and re.search(r"(?<!\\)(?:\\\\)*[,;]", value):
        return [f"not escaped: {value!r}"]
    if name in TEXTS and re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value):
        return [f"a control character: {value!r}"]
    if name == "DTSTART" and not LOCAL.fullmatch(value):
        return [f"no local time: {value!r}"]
    return (
        [f"no time in UTC: {value!r}"] if name == "DTSTAMP" and not IN_UTC.fullmatch(value) else []
    )
