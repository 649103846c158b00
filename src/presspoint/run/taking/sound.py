"""The sound of a kit: rendered from the same cues as a session, in the best format here."""

from contextlib import closing

from presspoint.errors import PresspointError
from presspoint.kit.rehearsal import Voicing
from presspoint.kit.soundtrack import lay_out_soundtrack
from presspoint.kit.transcript import transcript
from presspoint.run.taking.parts import Order
from presspoint.sound import tones
from presspoint.sound.files.clips import Clips, render
from presspoint.sound.files.encoders import Content, Format, encode, formats_here
from presspoint.sound.files.voice import open_voice
from presspoint.sound.scratch import Scratch
from presspoint.storage.settings_file import read_settings
from presspoint.terminal.output import remark, report
from presspoint.words import join_words

MAKING = "Making the sound. This can take half a minute."
NO_VOICE = (
    "No voice here can be written into a file, so the sound has tones only. Read {file} first: it "
    "has the warnings, and what to do at each time."
)
UNSPOKEN = "No voice on this machine speaks {languages}, so those words are not in the sound."


def make_sound(order: Order) -> dict[str, bytes]:
    """Return the file of a kit's sound by its name; without a voice, a text to read first too.

    Raises PresspointError where it cannot be made.
    """
    remark(MAKING)
    settings, catalogue, kit = read_settings(), order.catalogue, order.kit
    channels = {each: catalogue.title("meridians", each) for each in catalogue.ids("meridians")}
    with closing(Scratch()) as scratch:
        voice = open_voice(settings, scratch)
        clips = Clips(tones.load(report), voice)
        breath = order.options.breath or settings.breath == "on"
        voicing = Voicing(clips.seconds, voice is not None, channels, breath, settings.cues_off)
        sound = lay_out_soundtrack(kit, voicing)
        content = Content(render(sound, clips), kit.title, kit.made_for, sound.chapters)
        form, encoded = _encode(content, order.format, scratch)
    files = {f"{kit.name}.{form}": encoded}
    if voice is None:
        name = f"{kit.name}-read-first.txt"
        report(NO_VOICE.format(file=name))
        files[name] = "".join(f"{line}\n" for line in transcript(kit, sound, channels)).encode()
    elif voice.unspoken:
        report(UNSPOKEN.format(languages=join_words(tuple(sorted(voice.unspoken)))))
    return files


def _encode(content: Content, typed: Format | None, scratch: Scratch) -> tuple[Format, bytes]:
    """The sound in the format that was typed, else in the first that can be made here."""
    *others, last = (typed,) if typed else formats_here()
    for form in others:
        try:
            return form, encode(content, form, scratch)
        except PresspointError:
            continue
    return last, encode(content, last, scratch)
