"""The points that an English name means in the words of another translator."""

import re

from presspoint.catalogue.meridians import same_name_words
from presspoint.catalogue.names.points import english_names
from presspoint.catalogue.tables import Catalogue

Shape = tuple[str, ...]


class OtherWords:
    """Finds points by words for the same characters as those of their names.

    "Supreme Surge" is Great Rushing and "Blood Sea" Sea of Blood: one word may stand for another of
    its group, and their order does not matter.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue whose points' names are to be found so."""
        self._means = _first_words(catalogue)
        self._codes: dict[Shape, list[str]] = {}
        for code, names in english_names(catalogue):
            for shape in dict.fromkeys(map(self._shape, names)):
                self._codes.setdefault(shape, []).append(code)

    def codes(self, typed: str) -> tuple[str, ...]:
        """Return the codes of the points that `typed` names."""
        shape = self._shape(typed)
        return tuple(self._codes.get(shape, ())) if shape else ()

    def _shape(self, name: str) -> Shape:
        """The words of a name as the first ones of their groups, in an order of their own."""
        means, words = self._means, _words(name)
        singular = (word if word in means else _singular(word) for word in words)
        return tuple(sorted(filter(None, (means.get(word, word) for word in singular))))


def _first_words(catalogue: Catalogue) -> dict[str, str]:
    """What each word of a group means: the first of the group, or nothing for those of "of"."""
    nothing, *groups = same_name_words(catalogue) or ((),)
    first = {_singular(word): _singular(group[0]) for group in groups for word in group}
    return first | dict.fromkeys(nothing, "")


def _words(name: str) -> list[str]:
    """The words of a name; none where there is a digit, as in M-HN-3."""
    if any(map(str.isdigit, name)):
        return []
    without_owner = re.sub("['\u2019]s\\b", "", name.casefold())
    return re.findall("[a-z]+", without_owner)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
