"""A line with a usual slip in it -> the lines that it may have been meant as."""

import re
from collections.abc import Iterator

STRAIGHT = {ord(each): '"' for each in "“”„‟«»"} | {ord(each): "'" for each in "‘’‚‛"}
UNSEEN = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
TRUTH = {"true": "true", "yes": "true", "on": "true"}
TRUTH |= {"false": "false", "no": "false", "off": "false"}
NAME = r"(\s*(?:[{,]\s*)?[\w.-]+\s*=\s*)"  # with its = sign
REST = r"(\s*,?\s*(?:#.*)?)$"  # after a value


def straight_quotes(line: str) -> Iterator[str]:
    """Yield it with straight quotes, those inside a text single ones."""
    yield line.translate(STRAIGHT)
    yield re.sub("[“”„‟«»‘’‚‛]", '"', line)


def without_unseen(line: str) -> Iterator[str]:
    """Yield it without the characters that nobody sees."""
    yield UNSEEN.sub(lambda each: " " if each[0] == "\u00a0" else "", line)


def without_mail_mark(line: str) -> Iterator[str]:
    """Yield it without the > of a quoted mail."""
    yield re.sub(r"^[\s>]+", "", line)


def with_equals(line: str) -> Iterator[str]:
    """Yield a name and its value with an = between them."""
    if found := re.match(r'(\s*)"?([\w-]+)"?\s*(?::=?|=>|\s)\s*(?=["\'\d\[{tf])(.*)', line):
        yield f"{found[1]}{found[2]} = {found[3].rstrip(',;')}"


def with_equals_for_colon(line: str) -> Iterator[str]:
    """Yield it with an = in place of a colon."""
    if re.match(r'\s*"?[\w-]+"?\s*:', line):
        yield from with_equals(line)


def with_hash(line: str) -> Iterator[str]:
    """Yield it with # before the comment."""
    if found := re.match(r"(.*?)\s*(?://|--|;|/\*)\s*(.*?)(?:\*/)?$", line):
        yield f"{found[1]}  # {found[2]}" if found[1].strip() else f"# {found[2]}"


def header(line: str) -> Iterator[str]:
    """Yield a name in brackets as one word, closed, with nothing after it."""
    if found := re.match(r"\s*(\[{1,2})\s*([^\[\]#]+?)\s*\]{0,2}\s*[:,;.]?\s*$", line):
        closing = "]" * len(found[1])
        name = re.sub(r"\s*\.\s*", ".", found[2])
        yield f"{found[1]}{name}{closing}"
        yield f"{found[1]}{re.sub(r'[^A-Za-z0-9_.-]+', '-', name).strip('-')}{closing}"
    if found := re.match(r"\s*(\[{1,2}[^\[\]#]+\]{1,2})\s*[^\s#].*$", line):
        yield found[1]


def one_word(line: str) -> Iterator[str]:
    """Yield it with - for the spaces in its name."""
    if found := re.match(r"\s*([\w-]+(?: [\w-]+)+)\s*=(.*)", line):
        yield f"{found[1].replace(' ', '-')} ={found[2]}"


def truth(line: str) -> Iterator[str]:
    """Yield it with true or false as TOML spells them."""
    if found := re.match(rf"{NAME}({'|'.join(TRUTH)})\b(.*)", line, re.IGNORECASE):
        yield f"{found[1]}{TRUTH[found[2].lower()]}{found[3]}"


def whole_seconds(line: str) -> Iterator[str]:
    """Yield it with its number as one of seconds: 1:30 is 90, and 30-40 is [30, 40]."""
    if found := re.search(r"(?<=[=\[,])(\s*)(\d+):([0-5]\d)\b", line):
        seconds = int(found[2]) * 60 + int(found[3])
        yield f"{line[: found.start()]}{found[1]}{seconds}{line[found.end() :]}"
    yield re.sub(r"(=\s*)(\d+)\s*(?:-|–|to)\s*(\d+)", r"\1[\2, \3]", line)
    yield re.sub(r"(?<=[=\[,])(\s*\d+)\s*(?:s|secs?|seconds?|x|%)\b\.?", r"\1", line)
    yield re.sub(r"(=\s*)0+(\d)", r"\1\2", line)
    yield re.sub(r"(=\s*\d+)[.,]\d*(?=\s*[,}]|\s*$)", r"\1", line)


def quoted(line: str) -> Iterator[str]:
    """Yield it with quotes around its text, or around each text of its list."""
    if line.lstrip().startswith("["):
        return
    words = re.compile(r"(?<=[\[,])(\s*)([^\W\d_][^\[\]{},\"'=]*?)(?=\s*[,\]])")
    yield words.sub(r'\1"\2"', line)
    if found := re.match(rf"{NAME}([^\W\d_][^\"#{{}}\[\]]*?){REST}", line):
        yield f'{found[1]}"{found[2]}"{found[3]}'


def closed_text(line: str) -> Iterator[str]:
    """Yield it with its text closed, at the end or before the brackets there."""
    bare = line.rstrip().rstrip("],} ")
    for quote in ('"', "'"):
        if line.count(quote) % 2:
            yield f"{line.rstrip()}{quote}"
            yield f"{bare}{quote}{line.rstrip()[len(bare) :]}"
            yield f"{quote}".join(re.split(r"(?<=\w)(?=\s*[,\]])", line, maxsplit=1))


def other_quotes_inside(line: str) -> Iterator[str]:
    """Yield it with quotes inside its text that do not end it."""
    if found := re.match(rf'{NAME}"(.*)"{REST}', line):
        inner = found[2].replace('"', "'")
        yield f'{found[1]}"{inner}"{found[3]}'
    if found := re.match(rf"{NAME}'(.*)'{REST}", line):
        yield f'{found[1]}"{found[2]}"{found[3]}'


def plain_backslash(line: str) -> Iterator[str]:
    r"""Yield it with its \ as they are: in single quotes, or doubled."""
    if found := re.match(rf'{NAME}"([^"\']*)"{REST}', line):
        yield f"{found[1]}'{found[2]}'{found[3]}"
    yield line.replace("\\", "\\\\")


def nothing_after(line: str) -> Iterator[str]:
    """Yield it without the sign after its value."""
    yield re.sub(r"[\s,;.:]+$", "", line)
    yield re.sub(r",(\s*\})", r"\1", line)


def with_comma(line: str) -> Iterator[str]:
    """Yield it with a comma between two of its values, wherever one may be missing."""
    for found in re.finditer(r"(?<=[\"'\]}\de])\s+(?=[\w\"'\[{])", line):
        yield f"{line[: found.start()]}, {line[found.end() :]}"


def ending_in_comma(line: str) -> Iterator[str]:
    """Yield it with a comma at its end, before a comment."""
    yield _ending_in(line, ",")


def ending_in_bracket(line: str) -> Iterator[str]:
    """Yield it with a closing bracket at its end, before a comment."""
    for bracket in ("]", "}", " }]"):
        yield _ending_in(line, bracket)


def in_list(line: str) -> Iterator[str]:
    """Yield it with its values in brackets."""
    if found := re.match(rf"{NAME}(?=[\w\"'])([^\[\]{{}}#]+?)\s*$", line):
        yield f"{found[1]}[{found[2]}]"


def _ending_in(line: str, sign: str) -> str:
    code, hash_sign, comment = line.partition("#")
    return f"{code.rstrip()}{sign}{f'  #{comment}' if hash_sign else ''}"
