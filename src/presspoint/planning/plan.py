"""A routine after choices, safety and timing: the exact phases to play, with their seconds."""

from collections.abc import Iterable, Mapping

from presspoint.catalogue.pain_answers import pain_answers
from presspoint.catalogue.positions import position
from presspoint.catalogue.routines import VARIANTS, Choice, Routine, choice
from presspoint.catalogue.safety_warnings import SafetyWarning, caution_warnings
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.phrases import BREATHE
from presspoint.planning.course import NORMAL, Course
from presspoint.planning.layout import lay_out
from presspoint.planning.opening import omission_sentence, opening_phase
from presspoint.planning.steps import PlannedStep, choose_ways, is_worth_playing
from presspoint.planning.suitability import is_barred
from presspoint.safety.screening import Screening


class ChoiceAnswer(NamedTuple):
    """A choice of the routine, by its `name`, with the `value` that was chosen."""

    name: str
    value: str
    choice: Choice

    @property
    def others(self) -> tuple[str, ...]:
        """The other values."""
        return tuple(each for each in self.choice.values if each != self.value)

    @property
    def brief(self) -> str:
        """What is chosen, in two or three words; empty for the default."""
        return self.choice.briefs.get(self.value, "")


class Plan(NamedTuple):
    """A course, the screening that it keeps to, and the steps and choices that it was made from.

    `warnings` are the person's and those of what is played, the gravest first. It `is_barred` where
    the routine is not for this person at all.
    """

    course: Course
    screening: Screening
    steps: tuple[PlannedStep, ...]
    choices: tuple[ChoiceAnswer, ...]
    warnings: tuple[SafetyWarning, ...]
    is_barred: bool = False

    @property
    def tools(self) -> tuple[str, ...]:
        """The ids of the tools that the steps need, once each."""
        ways = (step.way for step in self.steps if step.way)
        return tuple(dict.fromkeys(name for way in ways for name in way.tools))

    @property
    def begins_softly(self) -> bool:
        """Whether nobody is to expect an ache: who presses softly, or only touches at first."""
        first = next((each for each in self.course.turns if each.is_hold), None)
        return bool(self.screening.limits.softness or (first and first.touch))

    @property
    def stop_rule(self) -> str:
        """The id of the notice when to stop: in words for who presses, and for how softly."""
        helped = "-helped" if _is_helped(self.steps) else ""
        return f"stop-rule{helped}{'-soft' if self.begins_softly else ''}"

    def spoken_cautions(self, catalogue: Catalogue) -> frozenset[str]:
        """Return the ids of the cautions that are said at every place in play that has them."""
        codes = {code for turn in self.course.turns for code in (*turn.points, *turn.zones)}
        places = [catalogue.point(code) for code in codes]
        silent = {name for each in places for name in {*each.care} - {*each.spoken_for}}
        return frozenset(name for each in places for name in each.spoken_for) - silent

    @property
    def steps_left_out(self) -> tuple[PlannedStep, ...]:
        """The steps of which nothing is done."""
        return tuple(step for step in self.steps if not step.way)

    @property
    def steps_done_otherwise(self) -> tuple[PlannedStep, ...]:
        """The steps that are done in another way than the preferred one."""
        return tuple(step for step in self.steps if step.is_replaced)


def build(
    catalogue: Catalogue,
    routine: Routine,
    choices: Mapping[str, str],
    screening: Screening,
    pace: str = NORMAL,
) -> Plan:
    """Return the plan, without phases where nothing may be played or nothing is worth playing.

    The pace, one of PACES, is that of the time between the holds. Raises KeyError for any other
    pace, and CatalogueError.
    """
    if screening.stopped:
        course = Course(routine, (), (), pain_answers(catalogue), pace)
        return Plan(course, screening, (), (), screening.warnings)
    names = (*routine.choices, *(each for each in VARIANTS if each in choices))
    answers = {name: choices.get(name, choice(catalogue, name).default) for name in names}
    steps = list(choose_ways(catalogue, routine, answers, screening))
    barred = is_barred(routine, choices, screening)
    may_play = screening.may_play and is_worth_playing(steps) and not barred
    turns, phases = lay_out(catalogue, steps, pace) if may_play else ((), ())
    if phases:
        more = _opening_words(catalogue, answers, steps, screening)
        seconds = sum(each.seconds for each in phases)
        phases = (opening_phase(routine.title, more, seconds, pace), *phases)
    return Plan(
        course=Course(routine, turns, phases, pain_answers(catalogue), pace),
        screening=screening,
        steps=tuple(steps),
        choices=tuple(
            ChoiceAnswer(name, value, choice(catalogue, name)) for name, value in answers.items()
        ),
        warnings=_warnings(catalogue, screening, steps, choices, plays=bool(phases)),
        is_barred=barred,
    )


def _opening_words(
    catalogue: Catalogue, answers: Mapping[str, str], steps: list[PlannedStep], screening: Screening
) -> str:
    """What is said at first of the breath, of what was chosen, and of what is left out."""
    breathe = "" if _is_helped(steps) else BREATHE  # who is helped hears when by the choice
    chosen = (choice(catalogue, name).say.get(value) for name, value in answers.items())
    left_out = omission_sentence(catalogue, steps, screening.left_out)
    return " ".join(filter(None, (breathe, *chosen, left_out)))


def _is_helped(steps: Iterable[PlannedStep]) -> bool:
    """Whether somebody else presses."""
    return any(step.way and step.way.helped for step in steps)


def _warnings(
    catalogue: Catalogue,
    screening: Screening,
    steps: list[PlannedStep],
    choices: Mapping[str, str],
    *,
    plays: bool,
) -> tuple[SafetyWarning, ...]:
    """The person's warnings, those of the ways they asked for, and those of what is played."""
    asked = [step.preferred for step in steps if step.preferred.when.items() & choices.items()]
    played = steps if plays else []
    done = [step.way for step in played if step.way]
    codes = (code for step in played for press in step.presses for code in press.points)
    names = [
        *(name for way in (*asked, *done) for name in way.warn),
        *(name for code in codes for name in catalogue.point(code).care),
        *(name for way in done for name in position(catalogue, way.position).warn),
    ]
    warnings = dict.fromkeys(
        (*screening.warnings, *caution_warnings(catalogue, dict.fromkeys(names)))
    )
    return tuple(sorted(warnings, key=lambda each: each.level.gravity))
