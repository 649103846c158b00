"""Sentences as small files of their own, for a page that says them one by one."""

from collections.abc import Iterable
from itertools import accumulate

from presspoint.machine import programs
from presspoint.sound import samples
from presspoint.sound.files.voice import FileVoice
from presspoint.sound.samples import Samples
from presspoint.sound.scratch import Scratch

PATIENCE_SECONDS = 60.0
MOST_SECONDS = 2600.0  # at 24 kbit a second 8 MB, and a third more within a page
GAP_SECONDS = 0.3  # an encoder cuts no finer than at every 26 ms
SOUND, FILE = "sentences.wav", "sentence-%03d"
ARGUMENTS = (
    "-nostdin -v error -i {sound} -map 0:a -c:a libmp3lame -b:a 24k -reservoir 0 -write_xing 0 "
    "-id3v2_version 0 -f segment -segment_times {times} -segment_format mp3 -y {file}"
)


def record_sentences(
    sentences: Iterable[str], voice: FileVoice, scratch: Scratch
) -> dict[str, bytes]:
    """Return each sentence as an MP3 file; none where no program here makes them, or not in time.

    Raises PresspointError where the voice fails, and OSError.
    """
    path = programs.find_program("ffmpeg")
    heard = {words: sound for words in sentences if (sound := voice.samples(words))}
    lengths = [samples.seconds(each) + GAP_SECONDS for each in heard.values()]
    if path is None or not heard or sum(lengths) > MOST_SECONDS:
        return {}
    samples.write(scratch.path(SOUND), _in_a_row(heard.values()))
    values = {
        "sound": scratch.path(SOUND),
        "times": ",".join(f"{end:.3f}" for end in accumulate(lengths)),
        "file": str(scratch.path("")).replace("%", "%%") + f"/{FILE}",
    }
    command = [path, *(each.format_map(values) for each in ARGUMENTS.split())]
    if programs.finish(programs.start(command), PATIENCE_SECONDS) != 0:
        return {}
    return {words: scratch.path(FILE % at).read_bytes() for at, words in enumerate(heard)}


def _in_a_row(sounds: Iterable[Samples]) -> Samples:
    gap, whole = samples.silence(GAP_SECONDS), samples.silence(0)
    for each in sounds:
        whole += each + gap
    return whole
