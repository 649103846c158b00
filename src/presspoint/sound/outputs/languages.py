"""The languages that words are spoken in, as far as their letters tell it: the voice of each."""

from presspoint.named_tuple import NamedTuple


class Language(NamedTuple):
    """A language by the letters that only it is written with here, as ranges of code points.

    `espeak` and `service` are its codes for the speech programs; `voice` is its voice on macOS.
    """

    name: str
    ranges: tuple[tuple[int, int], ...] = ()
    espeak: str = ""
    service: str = ""
    voice: str = ""


ENGLISH = Language("English", espeak="en", service="en")
# In this order: Japanese is written with Chinese characters too, Ukrainian with Russian letters.
LANGUAGES = (
    Language("Japanese", ((0x3040, 0x30FF), (0xFF66, 0xFF9F)), "ja", "ja", "Kyoko"),
    Language("Chinese", ((0x3400, 0x9FFF), (0xF900, 0xFAFF)), "cmn", "zh", "Tingting"),
    Language("Korean", ((0x1100, 0x11FF), (0xAC00, 0xD7AF)), "ko", "ko", "Yuna"),
    Language("Ukrainian", ((0x0404, 0x0407), (0x0454, 0x0457), (0x0490, 0x0491)), "uk", "uk"),
    Language("Russian", ((0x0400, 0x052F),), "ru", "ru", "Milena"),
    Language("Greek", ((0x0370, 0x03FF), (0x1F00, 0x1FFF)), "el", "el", "Melina"),
    Language("Hebrew", ((0x0590, 0x05FF),), "he", "he", "Carmit"),
    Language("Arabic", ((0x0600, 0x077F),), "ar", "ar", "Majed"),
    Language("Hindi", ((0x0900, 0x097F),), "hi", "hi", "Lekha"),
    Language("Bengali", ((0x0980, 0x09FF),), "bn", "bn"),
    Language("Tamil", ((0x0B80, 0x0BFF),), "ta", "ta"),
    Language("Thai", ((0x0E00, 0x0E7F),), "th", "th", "Kanya"),
    Language("Burmese", ((0x1000, 0x109F),), "my", "my"),
    Language("Georgian", ((0x10A0, 0x10FF),), "ka", "ka"),
)
# A voice of another script reads English words in between, the English one spells other letters.
LATIN_LETTERS_A_LETTER = 2


def language_of(words: str) -> Language:
    """Return the language that words are to be spoken in, as far as their letters tell it.

    A few foreign letters in an English sentence, such as a name, leave it English.
    """
    if words.isascii():
        return ENGLISH
    letters = [ord(each) for each in words if each.isalpha()]
    found = {each: sum(_is_of(each, letter) for letter in letters) for each in LANGUAGES}
    foreign = sum(found.values())
    if foreign * LATIN_LETTERS_A_LETTER < len(letters) - foreign:
        return ENGLISH
    return next((each for each, count in found.items() if count), ENGLISH)


def _is_of(language: Language, letter: int) -> bool:
    return any(first <= letter <= last for first, last in language.ranges)
