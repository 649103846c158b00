"""The chapters of a sound, as another program reads them."""

from collections.abc import Sequence

from presspoint.kit.soundtrack import Chapter
from presspoint.words import printable

SPECIAL = "=;#\\\n"  # in ffmpeg's metadata; a backslash before makes them plain


def metadata(title: str, comment: str, chapters: Sequence[Chapter], seconds: float) -> str:
    """Return title, comment and chapters of a sound of so many seconds, as ffmpeg reads them."""
    ends = [*(each.at for each in chapters[1:]), seconds]
    lines = [";FFMETADATA1", f"title={_plain(title)}", f"comment={_plain(comment)}"]
    for chapter, end in zip(chapters, ends, strict=True):
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={1000 * chapter.at}"]
        lines += [f"END={round(1000 * end)}", f"title={_plain(chapter.title)}"]
    return "".join(f"{line}\n" for line in lines)


def comments(chapters: Sequence[Chapter]) -> list[str]:
    """Return the chapters as comments of an Opus file.

    They are seen in a list of processes: so no title of a routine is in them.
    """
    names = [f"Step {number}" for number in range(len(chapters) + 1)]
    names[0] = chapters[0].title if chapters and not chapters[0].at else names[0]
    found: list[str] = []
    for number, (chapter, name) in enumerate(zip(chapters, names, strict=False)):
        found += [f"CHAPTER{number:03}={_clock(chapter.at)}", f"CHAPTER{number:03}NAME={name}"]
    return found


def _plain(text: str) -> str:
    return "".join(f"\\{each}" if each in SPECIAL else each for each in printable(text))


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}.000"
