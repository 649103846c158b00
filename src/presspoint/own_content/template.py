"""A file to begin a routine of one's own with: right as it stands, with notes on what to change."""

TEXT = """\
#:schema ./schema.json
# A routine of your own. What stands after a # is a note to you.
# presspoint catalogue check says what is wrong, and in which line.
# presspoint plan {name} shows every hold, and starts nothing.
# presspoint routine {name} starts it.
schema = 1

[routines.{name}]
title = "{title}"
summary = "What it is for, in one sentence."
helps = ["stress"]  # or "back pain", "neck", "sleep": presspoint routine --for NAME finds it

# One step after another, in the position that they need. A press has places, by their codes, and
# seconds. Each side has its turn. presspoint points lists the places; no hold goes past a place's
# own limit.
[[routines.{name}.steps]]
title = "Hands"
position = "sitting"
presses = [
    {{ points = ["SI3"], seconds = 30 }},
]

[[routines.{name}.steps]]
title = "Elbows"
position = "sitting"
presses = [
    {{ points = ["LI11"], seconds = 45 }},
    # {{ points = ["LI11"], seconds = 30, rounds = 2 }},  # a second round, after a rest
]

# A movement, for 30 seconds. Take the # away in front of these lines to use it.
# [[routines.{name}.steps]]
# title = "Shoulders"
# position = "sitting"
# exercise = 30
# text = "Roll your shoulders slowly backwards."
# strains = ["shoulder"]

# A place that your physiotherapist showed you. Write "{name}-place" among the points of a press.
# [zones.{name}-place]
# name = "Sore place beside the shoulder blade"
# region = "upper back"
# place = "between the spine and the shoulder blade, on the muscle"
# find = "Reach over your shoulder. The place is two finger-widths out from the spine."
# press = "Press slowly with your fingertips until you feel a dull ache."
# positions = ["sitting"]
# tools = ["fingertips"]
# hold = {{ seconds = [20, 30], cap = 30 }}

# A caution of your own. With leave_out = true these places are not pressed at all.
# [cautions.{name}-caution]
# text = "Not on the side of the sore wrist."
# on = ["SI3"]
# leave_out = true
"""
OWN_TITLE = "My own routine"


def new_routine(name: str, title: str = OWN_TITLE) -> str:
    """Return the text of a file with one routine of that id."""
    return TEXT.format(name=name, title=title)


def title_of(name: str) -> str:
    """Return a title for a routine's id: "my-evening" is "My evening"."""
    words = " ".join(name.replace("_", "-").split("-"))
    return f"{words[:1].upper()}{words[1:]}"
