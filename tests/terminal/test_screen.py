"""What the screen shows, as plain text of a fixed size."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from presspoint import phrases
from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import Catalogue
from presspoint.cues.turn_words import next_briefly, next_words, off, stays_out
from presspoint.machine.awake import MAY_SLEEP
from presspoint.planning.phase_kind import LEADS, PhaseKind
from presspoint.player.saving import FAILS, WORKS
from presspoint.session import controls, pausing
from presspoint.session.actions import Action
from presspoint.session.advance import advance, hold_back
from presspoint.session.modes import AskingAboutPain, Silence
from presspoint.session.state import Session, start
from presspoint.storage.catalogue_file import load
from presspoint.terminal.cells import cell_width, wrap
from presspoint.terminal.display import Screen
from presspoint.terminal.keyboard.keys import HELP
from presspoint.terminal.screen.frame import bar, frame
from presspoint.terminal.screen.layout import Slot, layout_of
from presspoint.terminal.screen.lines import ending, pages
from presspoint.terminal.screen.words import Beside
from support.cases import every
from support.plans import every_choice, planned
from support.screens import STOP_RULE, drawn, moment, read, shown

RULE = Beside(stop_rule=STOP_RULE)
SIZES = [(120, 40), (80, 24), (60, 20), (40, 12), (30, 8)]
PHASES = ("move", "find", "exercise", "press", "hold", "release")


@pytest.fixture
def session(catalogue: Catalogue) -> Session:
    return start(planned(catalogue).course, 0.0)


def test_a_hold_shows_what_matters_most_first(session: Session) -> None:
    assert drawn(frame(session, moment(session, "hold", 12), (80, 24), RULE)) == [
        " ██████      ██████  ██████  Hold",
        " ██  ██  ██      ██  ██  ██",
        " ██  ██      ██████  ██████",
        " ██  ██  ██      ██  ██  ██",
        " ██████      ██████  ██████",
        "",
        " Thumb web, left hand",
        " LI4 Joining Valley",
        "",
        " Breathe in  ●●",
        " With your right thumb, feel the web of your",
        " left hand, between thumb and index finger.",
        " Slide to the long bone that leads to the index",
        " finger. The place is beside the middle of that",
        " bone, where it feels tender. Press towards",
        " that bone, slowly, until you feel a dull ache.",
        "",
        "",
        "",
        " A dull ache is fine.",
        " Next: Thumb web, right hand.",
        " Step 2 of 4  ━━━━━━━━━╾────────────────────────────────────  8:08 to go in all",
        "",
        " Any key pauses.  x it hurts  f faint  n next  b back  q stop  ? keys",
    ]


def test_a_pause_says_so_in_words_and_stands_still(session: Session) -> None:
    at = moment(session, "hold", 12)
    paused, _ = pausing.pause(advance(session, at)[0], at)
    assert shown(paused, at).startswith(" 0:38  PAUSED")
    assert "Space goes on. x: it hurts. f: faint." in shown(paused, at)
    assert "Space goes on.  x hurts" in shown(paused, at)
    assert shown(paused, at) == shown(paused, at + 500)


def test_going_on_counts_the_leaning_in(session: Session) -> None:
    at = moment(session, "hold", 12)
    paused, _ = pausing.pause(advance(session, at)[0], at)
    leaning, _ = pausing.resume(paused, at + 60)
    assert shown(leaning, at + 61).startswith(" 0:02  Press slowly")


def test_while_it_waits_it_shows_the_hold_to_come_and_asks(catalogue: Catalogue) -> None:
    session = start(planned(catalogue).course, 0.0, wait=True)
    at = moment(session, "exercise")
    waiting, _ = advance(session, at + 0.5)
    assert shown(waiting, at).startswith(" 0:40  READY?")
    assert "In place? Space begins." in shown(waiting, at)
    assert shown(waiting, at, note="In place? Space begins.").count("In place?") == 1
    assert "Space begins.  x hurts" in shown(waiting, at)
    assert shown(waiting, at, (20, 5)) == " 0:40  READY? Warm-…"


def test_nothing_shows_no_time_left_while_the_voice_is_heard_out(session: Session) -> None:
    session, _ = advance(session, 1.0)
    kept = hold_back(session, 25.0)
    assert shown(kept, 25.0).startswith(" 0:01  Get ready")


@every("size", [(40, 12), (80, 24), (60, 20), (20, 5)])
def test_the_sound_being_off_shows_for_as_long_as_it_is(
    session: Session, size: tuple[int, int]
) -> None:
    silent = Beside(is_silent=True)
    hurting, at = asked(session)
    moments = [(session, moment(session, each)) for each in PHASES]
    for each, now in [*moments, (hurting, at)]:
        lines = drawn(frame(each, now, size, silent))
        is_question = each is hurting and size == (20, 5), "the question stays whole"
        assert len([line for line in lines if line.endswith("sound off")]) == 1 or is_question
        assert len(lines) <= size[1]


@every("kind", PHASES)
def test_every_phase_fits_every_size(session: Session, kind: str) -> None:
    for size in (*SIZES, (500, 200)):
        lines = drawn(frame(session, moment(session, kind), size, RULE))
        assert len(lines) <= size[1]
        assert max(map(len, lines)) <= min(size[0], 60 + size[0] // 2)
        assert lines[-1].strip().startswith("Any key pauses")
        if size[1] >= 12:
            assert any(re.match(r" *Step \d of 4 .* to go in all$", line) for line in lines)


@every("size", SIZES)
def test_each_line_keeps_its_row_through_a_whole_session(
    catalogue: Catalogue, size: tuple[int, int]
) -> None:
    """Finding A29; of every second, with a pause, a note, a remark and the list of keys."""
    layout, course = layout_of(size), planned(catalogue).course
    session, rows = start(course, 0.0), {part: set(layout.rows(part)) for part in Slot}
    last = len(layout.letters)
    for second in range(int(course.total_seconds)):
        session, _ = advance(session, second + 0.5)
        turn = session.turn(session.current_phase(second + 0.5)[0])
        paused, _ = pausing.pause(session, second + 0.5)
        for each, beside in (
            (session, RULE),
            (session, RULE._replace(note="Longer.", remark="Your computer may sleep.")),
            (paused, RULE._replace(note="Paused. Let go slowly. Space goes on.")),
            (session, RULE._replace(shows_keys=True)),
        ):
            lines = drawn(frame(each, second + 0.5, size, beside))
            lines += [""] * (last - len(lines))
            marks = {
                Slot.COUNTDOWN: "█",
                Slot.HEADLINE: r"^ +\d:\d\d ",
                Slot.SESSION: "to go in all$",
                Slot.KEYS: r"^ *(Space|Any key) \w+\.?  x ",
            }
            if not beside.shows_keys:
                marks |= {Slot.PLACE: f"^ *{turn.name}$", Slot.NEXT: "^ *Next: "}
            found = {
                part: [number for number, line in enumerate(lines) if re.search(mark, line)]
                for part, mark in marks.items()
            }
            for part, numbers in found.items():
                assert set(numbers) <= rows[part], (second, part, lines)


def test_nothing_is_wider_or_higher_than_any_screen(session: Session) -> None:
    """A row that is too wide would go on in the next one."""
    hurting, at = asked(session)
    moments = [(session, moment(session, each, 2)) for each in PHASES] + [(hurting, at)]
    beside = RULE._replace(note="Longer.", remark=f"{MAY_SLEEP} {MAY_SLEEP}", is_silent=True)
    for columns in (20, 29, 30, 33, 34, 40, 41, 57, 58, 75, 76, 80, 99, 100, 117, 118, 200):
        for lines in (1, 2, 7, 8, 11, 12, 17, 18, 20, 24, 28, 34, 36, 60):
            for each, now in moments:
                for shown_beside in (beside, beside._replace(shows_keys=True)):
                    rows = drawn(frame(each, now, (columns, lines), shown_beside))
                    assert max(map(cell_width, rows)) <= columns, (columns, lines, rows)
                    assert len(rows) <= lines, (columns, lines, rows)


@every("size", [(76, 24), (80, 24), (100, 30), (120, 40), (200, 60), (60, 40), (40, 40)])
def test_the_room_for_the_picture_stays_free(catalogue: Catalogue, size: tuple[int, int]) -> None:
    area, course = layout_of(size).picture, planned(catalogue).course
    assert area
    assert area.columns >= 30
    assert area.rows >= (14 if size[0] >= 76 else 8)
    for second in range(0, int(course.total_seconds), 3):
        session, _ = advance(start(course, 0.0), second + 0.5)
        lines = drawn(frame(session, second + 0.5, size, RULE))
        for number in range(area.top, area.top + area.rows):
            assert not lines[number][area.left :].strip(), lines[number]


def test_keys_of_every_action_are_listed_whole_at_any_size(session: Session) -> None:
    for size in SIZES:
        lines = drawn(frame(session, moment(session, "find"), size, RULE._replace(shows_keys=True)))
        words = " ".join(" ".join(lines).split())
        every_key = phrases.KEYS if size == (30, 8) else " ".join(HELP)
        for sentence in re.split(r"(?<=\.) ", every_key) if size == (30, 8) else HELP:
            assert sentence in words, (size, sentence)


@every("size", SIZES)
def test_nothing_is_cut_without_a_mark(catalogue: Catalogue, size: tuple[int, int]) -> None:
    """Finding E7: each line that ends within a sentence goes on in the next one, or has a mark."""
    layout = layout_of(size)
    for name in ("lower-back", "five-places", "relaxing"):
        course = planned(catalogue, name).course
        at = 0.0
        for phase in course.phases:
            lines = drawn(frame(start(course, 0.0), at + 0.1, size, RULE))
            lines += [""] * (len(layout.letters) - len(lines))
            words = [lines[number].strip() for number in layout.rows(Slot.WORDS)]
            last = next((each for each in reversed(words) if each), ".")
            assert last[-1] in ".…●", (phase.kind, lines)
            at += phase.seconds


@every("name", load().table("routines"))
def test_the_whole_place_is_readable_at_40_by_12(catalogue: Catalogue, name: str) -> None:
    """While finding a place none of its words is cut off: long ones come in pages."""
    layout, rows = layout_of((40, 12)), len(layout_of((40, 12)).rows(Slot.WORDS))
    told = {
        plan.course.turn(phase).details if phase.is_instruction else phase.text
        for choices in every_choice(catalogue, routine(catalogue, name))
        for plan in [planned(catalogue, name, choices)]
        for phase in plan.course.phases
        if phase.kind in LEADS
    }
    for text in told:
        words = " ".join(line for page in pages(text, layout.words_columns, rows) for line in page)
        assert " ".join(words.replace("…", "").split()).replace("- ", "-") == text


def test_pages_are_shown_one_after_another_and_the_last_one_stays(catalogue: Catalogue) -> None:
    """How to press, and what lies under the place, is there until the press itself."""
    course = planned(catalogue, "relaxing").course
    session = start(course, 0.0)
    number, phase = next(
        (number, each)
        for number, each in enumerate(course.phases)
        if each.is_instruction and len(each.text) > 340
    )
    began = session.seconds_before(number)
    seen = [
        drawn(frame(session, began + each, (40, 12), RULE))[2:-2]
        for each in range(int(phase.seconds) + 2)
    ]
    first, *_, pressing = seen
    assert " ".join(first).rstrip().endswith(" …")
    assert pressing[0].startswith("… ")
    changes = [number for number, (a, b) in enumerate(pairwise(seen), 1) if a != b]
    assert len(changes) == 1
    assert 10 <= changes[0] <= phase.seconds - 8, "each page is there long enough to be read"


@every("name", load().table("routines"))
def test_a_hold_shows_as_many_whole_sentences_of_the_end_as_fit(
    catalogue: Catalogue, name: str
) -> None:
    """Never the last two words of one, as "… dull ache."."""
    for turn in planned(catalogue, name).course.turns:
        sentences = re.split(r"(?<=[.!?]) ", turn.details)
        for columns, rows in ((30, 2), (32, 2), (40, 3), (40, 5), (56, 4)):
            shown = " ".join(ending(turn.details, columns, rows))
            if shown.endswith(" …"):
                assert sentences[-1].startswith(shown.removesuffix(" …"))
                continue
            whole = shown.removeprefix("… ")
            assert turn.details.endswith(whole)
            assert whole.split(". ")[0].rstrip(".") in {each.rstrip(".") for each in sentences}
            more = turn.details.removesuffix(whole).rstrip()
            if more:
                longer = f"… {re.split(r'(?<=[.!?]) ', more)[-1]} {whole}"
                assert len(wrap(longer, columns)) > rows


@every("name", load().table("routines"))
def test_what_comes_next_is_whole_or_loses_its_round_or_keeps_its_side(
    catalogue: Catalogue, name: str
) -> None:
    course = planned(catalogue, name).course
    for columns in (34, 40, 58, 60, 76):
        layout, at = layout_of((columns, 24)), 0.0
        for phase in course.phases:
            lines = drawn(frame(start(course, 0.0), at + 0.1, (columns, 24), RULE))
            shown = lines[layout.rows(Slot.NEXT)[0]].strip()
            following = next((each for each in course.turns[phase.turn + 1 :]), None)
            whole = next_words(following)
            if len(whole) <= layout.columns:
                assert shown == whole
            elif following and shown != next_briefly(following):
                _, comma, side = following.name.rpartition(", ")
                assert shown.endswith(f"{comma}{side}." if comma else "…")
            at += phase.seconds


@every("name", load().table("routines"))
def test_what_is_done_now_and_the_round_are_whole_beside_the_digits(
    catalogue: Catalogue, name: str
) -> None:
    """At 40 columns "Find the place" takes two rows there."""
    course = planned(catalogue, name).course
    for columns, lines in ((34, 24), (40, 24), (40, 36), (58, 24), (76, 24), (120, 40)):
        layout, at = layout_of((columns, lines)), 0.0
        rows = layout.rows(Slot.COUNTDOWN) or layout.rows(Slot.HEADLINE)
        for phase in course.phases:
            shown = drawn(frame(start(course, 0.0), at + 0.1, (columns, lines), RULE))
            above = " ".join(" ".join(shown[row].split("█")[-1] for row in rows).split())
            assert "…" not in above
            if phase.kind is PhaseKind.FIND and course.turn(phase).is_hold:
                assert "Find the place" in above
            at += phase.seconds


@every("words", [
    MAY_SLEEP, FAILS, WORKS, phrases.NO_ROOM, phrases.NO_PICTURE, phrases.PICTURES_OFF,
    phrases.NO_PLACE, phrases.NOT_NOW, phrases.GOING_ON, phrases.LONGEST,
    phrases.SOUND_OFF, phrases.SOUND_ON,
])  # fmt: skip
def test_what_a_remark_says_first_is_whole_on_the_narrowest_screen(
    session: Session, words: str
) -> None:
    lines = drawn(frame(session, 1.0, (30, 8), Beside(remark=words)))
    assert lines[-1].removesuffix(" …")[-1] in ".!"
    assert words.startswith(lines[-1].removesuffix(" …"))


@every("size", SIZES)
def test_the_end_says_what_to_do_and_no_longer_how_to_press(
    session: Session, size: tuple[int, int]
) -> None:
    over = drawn(frame(session, session.course.total_seconds, size, RULE))
    words = " ".join(" ".join(read(over)).split())
    assert words.startswith("0:00 Done Sit a moment before you stand up.")
    assert words.endswith("Any key goes on.")
    stopped, events = controls.apply(session, Action.FAINT, moment(session, "hold", 12))
    ended = RULE._replace(note=events[-1].text, has_ended=True)
    words = " ".join(" ".join(drawn(frame(stopped, 40.0, size, ended))).split())
    assert " Stopped " in words
    assert events[-1].text in words or size == (30, 8)
    assert "dull ache" not in words


def test_a_session_that_ends_early_is_shown_as_ended(session: Session) -> None:
    for action, answer in (
        (Action.STOP, None),
        (Action.FAINT, None),
        (Action.HURTS, Action.ANSWER_2),
        (Action.HURTS, Action.ANSWER_4),
    ):
        display = Screen(STOP_RULE)
        now, events = controls.apply(session, action, 0.0)
        if answer:
            now, events = controls.apply(now, answer, 0.0)
        for event in events:
            display.tell(event)
        assert display.has_ended == (answer is not Action.ANSWER_4)


def test_a_remark_on_sleep_is_whole_on_a_screen_of_80_columns(session: Session) -> None:
    lines = drawn(frame(session, 1.0, (80, 24), Beside(remark=MAY_SLEEP)))
    assert lines[-2].strip() == MAY_SLEEP


@every(
    ("part", "text"), [(0.0, "────"), (0.5, "━━──"), (0.65, "━━╾─"), (1.0, "━━━━"), (7.0, "━━━━")]
)
def test_what_is_left_of_a_bar_is_a_fainter_and_thinner_line(part: float, text: str) -> None:
    """Finding B1."""
    filled, rest = bar(4, part)
    assert filled.text + rest.text == text
    assert (filled.style, rest.style) == ("bold", "dim")


def test_a_tiny_screen_gets_one_line(session: Session) -> None:
    assert drawn(frame(session, 0.0, (20, 5))) == [" 0:11  Get ready Wa…"]


def test_the_last_thing_a_key_did_stays_in_sight(session: Session) -> None:
    assert "Longer, 29 seconds to go." in shown(session, 1.0, note="Longer, 29 seconds to go.")


def asked(session: Session, kind: str = "hold") -> tuple[Session, float]:
    """Return the session with x pressed in the first phase of a kind, and when."""
    at = moment(session, kind, 2)
    return controls.apply(advance(session, at)[0], Action.HURTS, at)[0], at


def test_how_a_place_hurts_is_asked_instead_of_everything_else(session: Session) -> None:
    hurting, at = asked(session)
    assert drawn(frame(hurting, at, (80, 24), Beside("anything"))) == [
        "  Let go now, slowly.",
        "",
        " How does it feel?",
        "",
        " 1 sharp",
        "",
        " 2 numb",
        "",
        " 3 spreading",
        "",
        " 4 just sore",
        "",
        " Left out from now on: the thumb web.",
        *[""] * 10,
        " n go on  f faint  q stop",
    ]
    assert shown(hurting, at) == shown(hurting, at + 500)


@pytest.mark.parametrize("name", load().table("routines"))
def test_the_question_and_its_answers_are_whole_at_any_size(
    catalogue: Catalogue, name: str
) -> None:
    plan = planned(catalogue, name)
    for number, turn in enumerate(plan.course.turns):
        hurting = start(plan.course, 0.0)._replace(mode=AskingAboutPain(number, Silence(0.0)))
        for size in ((40, 12), (32, 9), (30, 10), (30, 8), (20, 5)):
            lines = drawn(frame(hurting, 0.0, size))
            assert len(lines) <= size[1]
            words = " ".join(" ".join(lines).split())
            assert ("Left out" in words) == (stays_out(turn) in words), "whole, or not at all"
            ways = ("Let go", "Take your weight off", "Get off it")
            to_do = ways if turn.is_hold else ("Stop moving",)
            assert any(each in words for each in to_do)
            for answer in ("1 sharp", "2 numb", "3 spreading", "4 just sore"):
                assert answer in words
            if size != (20, 5):
                assert off(turn) in words
                assert stays_out(turn) in words or size[1] < 12
                assert lines[-1] == "n go on  f faint  q stop"


def test_a_screen_of_one_line_says_to_come_off(session: Session) -> None:
    assert drawn(frame(asked(session)[0], 0.0, (30, 1))) == ["Let go. 1 sharp, 2 numb, 3 sp…"]


@pytest.mark.parametrize("answer", [Action.ANSWER_1, Action.ANSWER_4])
def test_the_words_of_an_answer_are_readable_at_40_by_12(session: Session, answer: Action) -> None:
    hurting, at = asked(session)
    words, _ = controls.apply(hurting, answer, at)
    lines = shown(words, at + 1, (40, 12))
    assert "Rest" in lines.splitlines()[0]
    assert words.phases[0].text in " ".join(lines.split("\n"))


def test_what_to_do_is_left_on_the_screen_that_comes_back(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    for action, answer in (
        (Action.FAINT, None),
        (Action.HURTS, Action.ANSWER_2),
        (Action.HURTS, Action.ANSWER_4),
    ):
        display = Screen(STOP_RULE)
        display.enter()
        now, events = controls.apply(session, action, 0.0)
        if answer:
            now, events = controls.apply(now, answer, 0.0)
        for event in events:
            display.tell(event)
        display.leave()
        display.leave()
        left = " ".join(capsys.readouterr().out.partition("\x1b[?1049l")[2].split())
        assert left == ("" if answer is Action.ANSWER_4 else events[-1].text)


@pytest.mark.parametrize("action", [Action.HURTS, Action.AGAIN, Action.NEXT])
def test_the_keys_give_way_to_what_to_do_now(session: Session, action: Action) -> None:
    display = Screen(STOP_RULE)
    display.help()
    after, events = controls.apply(session, action, 0.0)
    for event in (*events, *advance(after, 0.0)[1]):
        display.tell(event)
    assert not display.shows_keys
