"""A kit: everything that a sound, a page or a sheet needs of a routine and its person."""

from datetime import date

from presspoint.catalogue.conditions import conditions_of_today
from presspoint.catalogue.safety_warnings import Level, SafetyWarning, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.kit.until import usable_until
from presspoint.listing.routines.plan import things_to_have_ready
from presspoint.named_tuple import NamedTuple
from presspoint.phrases import number_word
from presspoint.planning.course import Course
from presspoint.planning.layout import lay_out
from presspoint.planning.notice import Notice, standing_notice
from presspoint.planning.opening import omission_sentence, without_keys
from presspoint.planning.plan import Plan
from presspoint.safety.answers import Flags
from presspoint.safety.profile import Profile
from presspoint.words import long_date

MADE_FOR = "Made for one person on {made}. Do not use it after {until}."
TIMES = {1: "Once a day at most.", 2: "Twice a day at most."}
MORE_TIMES = "{number} times a day at most."
# Stands for what a condition asks for beside pressing softly: "Stay well away from the scar."
OWN_CARE = "Take the extra care that you know of."


class Kit(NamedTuple):
    """A routine for one person, to be done without the program on the days up to `until`.

    The `course` says nothing of keys. `discreet_course` is the same for other people's eyes: it
    says neither what is left out, and why, nor what a condition asks for beside pressing softly.
    `warnings` are on what is pressed, the gravest first; `personal_warnings` on what this person
    has, which stand on a page or a sheet only where the person wants that (`shows_conditions`). The
    course itself says the `spoken_cautions`, by their ids, at their places. `notice` has the signs
    that need help now, `same_day` those that need it today, and `of_today` what rules a session out
    today. `stop_rule` is said whole in the first hold. `gear` is what to have ready; what comes
    after the last hold are `aftercare` and `again`.
    """

    title: str
    made: date
    until: date
    times_a_day: int
    course: Course
    discreet_course: Course
    notice: Notice
    same_day: tuple[str, ...]
    of_today: tuple[str, ...]
    warnings: tuple[SafetyWarning, ...]
    personal_warnings: tuple[SafetyWarning, ...]
    shows_conditions: bool
    spoken_cautions: frozenset[str]
    stop_rule: str
    gear: tuple[str, ...]
    aftercare: str
    again: str

    @property
    def name(self) -> str:
        """The id of its routine, of which its files are named."""
        return self.course.routine.name

    @property
    def made_for(self) -> str:
        """Return for whom it was made, when, and until when it may be used."""
        return MADE_FOR.format(made=long_date(self.made), until=long_date(self.until))

    @property
    def times(self) -> str:
        """Return how many times a day it may be done."""
        number = number_word(self.times_a_day)
        return TIMES.get(self.times_a_day, MORE_TIMES.format(number=number.capitalize()))


def make_kit(
    catalogue: Catalogue,
    plan: Plan,
    profile: Profile,
    flags: Flags,
    made: date,
    *,
    shows_conditions: bool = False,
) -> Kit:
    """Return the kit of a plan that has phases, made on a day. Raises CatalogueError."""
    course = without_keys(plan.course)
    conditions = {each.warning for each in plan.screening.limits.conditions}
    end = course.turn(course.phases[-1]).posture.after
    flags_of_day = (flag for _, flag in red_flags(catalogue) if flag.level is Level.SAME_DAY)
    return Kit(
        title=course.routine.title,
        made=made,
        until=usable_until(catalogue, profile, flags, made),
        times_a_day=times_a_day(catalogue, plan),
        course=course,
        discreet_course=_discreet(catalogue, plan, course),
        notice=standing_notice(catalogue, None, made),
        same_day=tuple(flag.brief for flag in flags_of_day),
        of_today=tuple(each.brief for each in conditions_of_today(catalogue).values()),
        warnings=tuple(each for each in plan.warnings if each not in conditions),
        personal_warnings=tuple(each for each in plan.warnings if each in conditions),
        shows_conditions=shows_conditions,
        spoken_cautions=plan.spoken_cautions(catalogue),
        stop_rule=catalogue.text(plan.stop_rule),
        gear=things_to_have_ready(catalogue, plan),
        aftercare=f"{end} {catalogue.text('aftercare')}".strip(),
        again=course.routine.again,
    )


def times_a_day(catalogue: Catalogue, plan: Plan) -> int:
    """Return how often a day a plan may be done: as often as each of its places may be pressed.

    Raises CatalogueError.
    """
    numbers = [
        press.per_day or hold.per_day
        for step in plan.steps
        for press in step.presses
        for hold in (catalogue.point(code).hold for code in press.points)
        if hold
    ]
    return min(numbers, default=1)


def _discreet(catalogue: Catalogue, plan: Plan, course: Course) -> Course:
    """The course in words that name no condition, neither as it opens nor on the way."""
    opening, *_ = course.phases
    omissions = omission_sentence(catalogue, plan.steps, plan.screening.left_out)
    opening = opening._replace(text=opening.text.removesuffix(omissions).rstrip())
    steps = [each._replace(besides=OWN_CARE if each.besides else "") for each in plan.steps]
    turns, phases = lay_out(catalogue, steps, course.pace)
    return without_keys(course._replace(turns=turns, phases=(opening, *phases)))
