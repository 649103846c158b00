"""Names and codes made comparable: a plain key, a key with tones, letters apart from digits."""

from collections.abc import Callable, Iterable

DIGITS = "0123456789"
LETTERS = str.maketrans("\u0111\u0142\u00f8", "dlo")  # with a stroke, which is no accent
HIRAGANA = {at: at - 0x60 for at in range(0x30A1, 0x30F7)}  # of each character of Katakana
MEANINGFUL_SIGNS = "+"  # GV24+ is another point than GV24


def key(name: str) -> str:
    """Return a name without case, accents, spaces and punctuation, for comparing."""
    if name.isascii():
        return _letters(name.casefold())
    import unicodedata

    return _letters(unicodedata.normalize("NFKD", name.casefold()).translate(LETTERS))


def key_with_tones(name: str) -> str:
    """Return a name as `key` does, but with its accents: "Fútū" is another name than "Fútù"."""
    return compact(name).casefold()


def compact(name: str) -> str:
    """Return a name without spaces and punctuation, its case and accents as they are."""
    return _letters(compose(name))


def folding_key(groups: Iterable[str]) -> Callable[[str], str]:
    """Return a `key` that also reads each character of a group as the group's first one."""
    first = {ord(other): group[0] for group in groups for other in group[1:]}
    return lambda name: key(name) if name.isascii() else key(name).translate(first)


def without_padding(name_key: str) -> str:
    """Return a key whose last number has no leading zeros: "exb01" is "exb1"."""
    letters = name_key.rstrip(DIGITS)
    return letters + name_key[len(letters) :].lstrip("0")


def without_long_vowels(name_key: str) -> str:
    """Return a key of a Japanese name as it is in Hiragana, and with or without long vowels."""
    name_key = name_key.translate(HIRAGANA)
    for long, short in (("ou", "o"), ("oo", "o"), ("uu", "u"), ("mp", "np"), ("mb", "nb")):
        name_key = name_key.replace(long, short)
    return name_key


def split_code(typed: str) -> tuple[str, int] | None:
    """Return the letters and the number of a code ("BL 40", "40 BL"); None where it is none."""
    typed = compose(typed).strip()
    letters = typed.rstrip(DIGITS)
    digits = typed[len(letters) :]
    if not digits:
        letters = typed.lstrip(DIGITS)
        digits = typed[: len(typed) - len(letters)]
    digits, letters = digits.lstrip("0"), compact(letters)
    return (letters, int(digits)) if letters and 1 <= len(digits) <= 2 else None


def compose(name: str) -> str:
    """Return a name in composed and usual forms of its characters: full-width letters as plain."""
    if name.isascii():
        return name
    import unicodedata

    return unicodedata.normalize("NFKC", name)


def _letters(name: str) -> str:
    if name.isalnum():
        return name
    return "".join([each for each in name if each.isalnum() or each in MEANINGFUL_SIGNS])
