"""A line with a usual slip in it -> the lines that it may have been meant as."""

import re
from collections.abc import Iterator

STRAIGHT = {ord(each): '"' for each in "“”„‟«»"} | {ord(each): "'" for each in "‘’‚‛"}
UNSEEN = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
TRUTH = {"true": "true", "yes": "true", "on": "true"}
TRUTH |= {"false": "false", "no": "false", "off": "false"}
SEVERAL = (".steps", ".ways", ".presses")  # tables in two brackets
NAME = r"(\s*(?:[{,]\s*)?[\w.-]+\s*=\s*)"  # with its = sign


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


def with_inner_equals(line: str) -> Iterator[str]:
    """Yield it with an = between a name and its value within { }."""
    yield re.sub(r"(?<=[{,])(\s*[\w-]+)\s+(?=[\"'\d\[{]|true|false)", r"\1 = ", line)


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
    if found := re.match(r"\s*\[{1,3}\s*([^\[\]#]+?)\s*\]{0,3}\s*[:,;.]?\s*$", line):
        name = re.sub(r"\s*\.[\s.]*", ".", found[1])
        opening, closing = ("[[", "]]") if name.endswith(SEVERAL) else ("[", "]")
        yield f"{opening}{name}{closing}"
        yield f"{opening}{re.sub(r'[^A-Za-z0-9_.-]+', '-', name).strip('-')}{closing}"
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
