"""The programs that make a sound small enough for a phone, with its chapters, and their formats."""

from collections.abc import Sequence
from enum import StrEnum

from presspoint.errors import PresspointError
from presspoint.kit.soundtrack import Chapter
from presspoint.machine import programs
from presspoint.named_tuple import NamedTuple
from presspoint.sound import samples
from presspoint.sound.files.chapters import comments, metadata
from presspoint.sound.samples import Samples
from presspoint.sound.scratch import Scratch
from presspoint.storage.paths import private_file

PATIENCE_SECONDS = 120.0
SOUND, CHAPTERS, FILE = "sound.wav", "chapters.txt", "encoded"


class Format(StrEnum):
    """What a sound is written as; the first that can be made here is the usual one."""

    M4A = "m4a"
    MP3 = "mp3"
    OPUS = "opus"
    WAV = "wav"


class Encoder(NamedTuple):
    """A program, and its arguments: {sound}, {chapters} and {file} are files.

    One that `takes_comments` gets the chapters as comments, without the titles of the steps.
    """

    program: str
    arguments: str
    takes_comments: bool = False


class Content(NamedTuple):
    """A sound, its title, a comment on it, and its chapters."""

    sound: Samples
    title: str
    comment: str
    chapters: Sequence[Chapter]


FFMPEG = (
    "-nostdin -v error -i {sound} -f ffmetadata -i {chapters} -map 0:a -map_metadata 1 "
    "-map_chapters 1 -threads 2 "
)
ENCODERS: dict[Format, tuple[Encoder, ...]] = {
    Format.M4A: (
        Encoder(
            "ffmpeg",
            f"{FFMPEG}-c:a aac -aac_coder fast -b:a 48k -movflags +faststart -f ipod -y {{file}}",
        ),
    ),
    Format.MP3: (
        Encoder("ffmpeg", f"{FFMPEG}-c:a libmp3lame -q:a 6 -id3v2_version 3 -f mp3 -y {{file}}"),
    ),
    Format.OPUS: (
        Encoder(
            "ffmpeg", f"{FFMPEG}-c:a libopus -compression_level 4 -b:a 32k -f opus -y {{file}}"
        ),
        Encoder("opusenc", "--quiet --bitrate 32 --comp 3 {sound} {file}", takes_comments=True),
    ),
    Format.WAV: (),
}


def formats_here() -> tuple[Format, ...]:
    """Return the formats that the programs on this machine may make; WAV is always one."""
    found = {each for each, encoders in ENCODERS.items() if any(map(_path, encoders))}
    return tuple(each for each in Format if each in found or each is Format.WAV)


def encode(content: Content, form: Format, scratch: Scratch) -> bytes:
    """Return a sound in a format. Raises PresspointError where no program here makes it."""
    if form is Format.WAV:
        return samples.wav(content.sound)
    try:
        return _encode(content, form, scratch)
    except OSError as problem:
        why = problem.strerror or "a file could not be read"
        raise PresspointError(f"The sound could not be made: {why}.") from None


def _encode(content: Content, form: Format, scratch: Scratch) -> bytes:
    """The sound as the first program makes it that does. Raises OSError and PresspointError."""
    files = {name: scratch.path(name) for name in (SOUND, CHAPTERS, FILE)}
    samples.write(files[SOUND], content.sound)
    for each in (files[CHAPTERS], files[FILE]):
        each.unlink(missing_ok=True)
        private_file(each)
    length = samples.seconds(content.sound)
    text = metadata(content.title, content.comment, content.chapters, length)
    files[CHAPTERS].write_text(text, encoding="utf-8", errors="replace")
    values = {"sound": files[SOUND], "chapters": files[CHAPTERS], "file": files[FILE]}
    for encoder in ENCODERS[form]:
        if not (path := _path(encoder)):
            continue
        arguments = [each.format_map(values) for each in encoder.arguments.split()]
        if encoder.takes_comments:
            pairs = (("--comment", each) for each in comments(content.chapters))
            arguments = [*(each for pair in pairs for each in pair), *arguments]
        if _run([path, *arguments]) and (encoded := files[FILE].read_bytes()):
            return encoded
    raise PresspointError(_missing(form))


def _path(encoder: Encoder) -> str | None:
    return programs.find_program(encoder.program)


def _run(command: Sequence[str]) -> bool:
    """Whether a program ended well, in the time that it may take. Raises OSError."""
    return programs.finish(programs.start(command), PATIENCE_SECONDS) == 0


def _missing(form: Format) -> str:
    """That no program here makes a format, and what to type instead."""
    names = " or ".join(dict.fromkeys(each.program for each in ENCODERS[form]))
    return (
        f"No program on this machine makes {form} ({names} does). Install one, "
        f"or type --format {Format.WAV}."
    )
