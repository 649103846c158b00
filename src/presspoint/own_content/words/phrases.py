"""Words and phrases found in a text of any spelling, and whether they are meant or warned of."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from presspoint.named_tuple import NamedTuple

NEGATIONS = "never|not|no|dont|without|nor|cannot|nothing"
NO_WORD = re.compile(r"[^\w|*]+|_+")
HIDDEN = {"Cf", "Mn", "Me"}
# Small letters of Cyrillic and Greek that look like Latin ones, or whose capitals do.
ALIKE = str.maketrans(
    "аеорсухіѕјԁһԛԝвнкмтαοειρυνκτηχ", "aeopcyxisjdhqwbhkmtaoeipuvktnx"
)  # fmt: skip
LINKS = "ever|or|and|nor|too|so|press|push|lean|rub"  # between a negation and what it negates
END_OF_CLAUSE = re.compile(r"[.,;:!?()\n\u2013\u2014\u3002\uff0c]+")


class Phrases(NamedTuple):
    """Phrases to look for: as a pattern of them all, and of a negation that ends before one."""

    pattern: re.Pattern[str]
    negated: re.Pattern[str]

    def matches(
        self, text: str, allowed: "Phrases", *, negatable: bool = False
    ) -> Iterator[tuple[str, str]]:
        """Yield each phrase that the text has, but for the allowed ones, and the words before it.

        Where `negatable`, "never strike" does not count, nor does "never pound or strike".
        """
        line = allowed.pattern.sub("~", plain_words(text))
        for match in self.pattern.finditer(line):
            before = line[: match.start()]
            if not (negatable and self.negated.search(before)):
                yield match.group(), before.rpartition("|")[2]


@cache
def phrases(words: tuple[str, ...]) -> Phrases:
    """Return the phrases, where "*" is any ending and a plural of the last word counts too."""
    parts = (re.escape(plain_words(each)).replace("\\*", r"\w*") for each in words)
    either = "|".join(sorted(parts, key=len, reverse=True)) or r"(?!)"
    return Phrases(
        re.compile(rf"(?<!\S)(?:{either})s?(?!\S)"),
        re.compile(rf"(?<!\S)(?:{NEGATIONS}) (?:(?:{LINKS}|{either}) )*$"),
    )


@lru_cache
def plain_words(text: str) -> str:
    """Return the words without case, accents and hidden characters, a "|" between clauses."""
    letters = (text if text.isascii() else _bare_letters(text)).casefold()
    line = (letters if letters.isascii() else letters.translate(ALIKE)).replace("'", "")
    return " ".join(NO_WORD.sub(" ", END_OF_CLAUSE.sub(" | ", line)).split())


def _bare_letters(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).replace("\u2019", "")
    return "".join(each for each in letters if unicodedata.category(each) not in HIDDEN)
