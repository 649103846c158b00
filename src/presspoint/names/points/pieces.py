"""A typed name taken apart: codes and names side by side, and the words around them."""

import re
from collections.abc import Callable, Iterator

from presspoint.names.points.readings import Reading

MOST_WORDS, LONGEST_PIECE = 16, 6
# Letters of one script, or digits; GV24+ is another point than GV24.
LATIN = r"a-z\u00c0-\u024f\u1e00-\u1eff"
WORD = re.compile(rf"[{LATIN}]+|\d+\+?|[^\W\d_{LATIN}]+", re.IGNORECASE)
AROUND = re.compile(
    r"^\W*(?:(?:acu)?points?\s+\d+\s*:|\d{1,2}\s*[.)\u3001\uff0e]\s*(?=[^\W\d]))"
    r"|^\W*\d{1,2}(?=[\u3040-\u9fff])|[\[(][\u4e00-\u9fff]+[経經经][\])]"
    r"|\((?:l|r|left|right)\)"
    r"|\b(?:(?:on|in)\s+)?(?:(?:the|your|my)\s+)?(?:left|right|both)(?:[\s-](?:sides?|hands?|foot|feet|arms?|legs?))?\b"
    r"|\b(?:the|and|or|und|oder|et|ou|y|aka|also|auch|known\s+as|called|genannt)\b|(?<=\s)o(?=\s)"
    r"|\b(?:bilateral(?:ly)?|meridian|channel|tsubo)\b"
    r"|\b(?:(?:front|back)[ -](?:mu|shu)|luo[ -]connecting|yuan[ -]source|xi[ -]cleft|he[ -]sea"
    r"|jing[ -](?:well|river)|ying[ -]spring|shu[ -]stream|hui[ -]meeting)"
    r"\s+point(?:\s+of\s+the\s+[a-z]+)?\b"
    r"|\b(?:les?\s+)?(?:acu(?:puncture|pressure)\s+|pressure\s+)?(?:acu)?points?\b"
    r"|\b(?:aku(?:punktur|pressur)-)?\w*punkte?\b|\b(?:(?:el|los|il|i|o)\s+)?(?:punt[oi]s?|pontos?)\b|\bresp\b\.?"
    r"|\btitik(?:\s+(?:aku\w+|pijat))?\b|\bhuyệt\b"
    r"|\b(?:no|nr|number)\b\.?(?=\s*\d)"
    r"|(?<=[^\W\d_a-z耳])(?:穴位|穴道|穴|혈)(?=$|[\Wa-z\d])"
    r"|(?:双侧|雙側|兩側|左侧|右侧|左側|右側|左|右)(?=[^\W\d_a-z])",
    re.IGNORECASE,
)
# "BL23/24" is BL23 and BL24, "Stomach (ST) 36" is Stomach 36 and ST 36, "UB/BL 40" is UB 40 and
# BL 40.
SHARED_LETTERS = re.compile(
    r"((?:[^\W\d_]+[ .-]{1,2}){0,2}[^\W\d_]+[ .-]{0,2})(\d{1,2})"
    r"\s*(?:[/,;&+–-]|\band\b|\bor\b|\bto\b)\s*(?=\d{1,2}(?![\d.]))",
    re.IGNORECASE,
)
SHARED_NUMBER = re.compile(r"([^\W\d_]+) ?\(([^\W\d_][^\d()]*)\)[ -]?(\d{1,2})\b")
SHARED_BY_LETTERS = re.compile(r"\b([^\W\d_]+) ?/ ?([^\W\d_]+)([ .-]?\d{1,2})\b")
# "20 VB (Vésicule Biliaire)" is 20 VB and Vésicule Biliaire 20, "Spleen (SP6)" Spleen 6 and SP6.
CHANNEL = r" ?\(([^\W\d_][^\d()]*)\)"
NUMBER_FIRST = re.compile(rf"\b(\d{{1,2}})( ?[^\W\d_]+){CHANNEL}")
NUMBER_LAST = re.compile(rf"([^\W\d_]+[ .-]?)(\d{{1,2}}){CHANNEL}")
CHANNEL_FIRST = re.compile(r"([^\W\d_][^\d()]*) ?\(([^\W\d_]+[ .-]?)(\d{1,2})\)")
MOST_SHARED = 4
EAR = re.compile(r"\b(?:ears?|auricular)\b|耳", re.IGNORECASE)
EAR_POINT = re.compile(r"\b(?:ear|auricular)\s+(?:acu)?points?\b|耳穴", re.IGNORECASE)

Piece = tuple[str, Reading]


def without_words_around(typed: str) -> str:
    """Return a name without the words around it: "left third eye point" is "third eye"."""
    return " ".join(AROUND.sub(" ", typed).split()).strip(" -")


def without_words_at_the_ends(typed: str) -> str:
    """Return a name without such words before and after it: "Above the Joint" keeps its "the"."""
    matches = list(AROUND.finditer(typed))
    if matches and matches[-1].end() == len(typed):
        typed = typed[: matches[-1].start()]
    if matches and matches[0].start() == 0:
        typed = typed[matches[0].end() :]
    return typed.strip(" -")


def spread_out(typed: str) -> str:
    """Return a name in which every code has its own letters and number."""
    text = SHARED_NUMBER.sub(r"\1 \3 \2 \3", typed)
    text = SHARED_BY_LETTERS.sub(r"\1\3 \2\3", text)
    for _ in range(MOST_SHARED):
        text = SHARED_LETTERS.sub(r"\1\2 \1", text)
    return text


def with_channel_as_code(typed: str) -> str:
    """Return a name in which what stands before or after a code in brackets has its number too.

    It may be the name of the point and no channel: other readings come first.
    """
    text = CHANNEL_FIRST.sub(r"\1 \3 \2\3", typed)
    return NUMBER_LAST.sub(r"\1\2 \3 \2", NUMBER_FIRST.sub(r"\1\2 \3 \1", text))


def read_pieces(typed: str, read: Callable[[str], Reading]) -> tuple[Piece, ...]:
    """Return the fewest pieces, each with its reading, that a name is made of; else none.

    Every word belongs to a piece: what is not understood whole is not understood.
    """
    words = _words(typed)
    if len(words) > MOST_WORDS:
        return ()
    ends: list[tuple[Piece, ...] | None] = [None] * len(words) + [()]
    for start in reversed(range(len(words))):
        for end, piece in _pieces_from(typed, words, start):
            rest, best = ends[end], ends[start]
            if rest is None or (best is not None and len(best) <= len(rest) + 1):
                continue
            if (reading := read(piece)).meanings:
                ends[start] = ((piece, reading), *rest)
    return ends[0] or ()


def readable_pieces(typed: str, read: Callable[[str], Reading]) -> tuple[Piece, ...]:
    """Return the pieces of a name that are understood, from left to right, the longest first."""
    words = _words(typed)[:MOST_WORDS]
    pieces: list[Piece] = []
    start = 0
    while start < len(words):
        every = ((end, piece, read(piece)) for end, piece in _pieces_from(typed, words, start))
        known = next((each for each in every if each[2].meanings), None)
        start = known[0] if known else start + 1
        pieces += [known[1:]] if known else []
    return tuple(pieces)


def _words(typed: str) -> list[tuple[int, int]]:
    """Where each word begins and ends."""
    return [match.span() for match in WORD.finditer(typed)]


def _pieces_from(typed: str, words: list[tuple[int, int]], start: int) -> Iterator[tuple[int, str]]:
    """Yield the pieces that begin with a word, the longest first, each with the word after it."""
    for end in range(min(start + LONGEST_PIECE, len(words)), start, -1):
        yield end, typed[words[start][0] : words[end - 1][1]]
