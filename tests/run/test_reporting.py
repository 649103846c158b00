"""What goes wrong beside a session is said once, wherever that is."""

from __future__ import annotations

from presspoint.run.sounds.sound import Reporter


def test_each_sentence_is_said_once_wherever_sentences_go() -> None:
    on_stderr: list[str] = []
    on_screen: list[str] = []
    report = Reporter(on_stderr.append)
    report("The voice is lost.")
    report.say = on_screen.append
    report("The voice is lost.")
    report("The recording ends here.")
    report.say = on_stderr.append
    report("The recording ends here.")
    assert (on_stderr, on_screen) == (["The voice is lost."], ["The recording ends here."])
