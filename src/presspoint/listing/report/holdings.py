"""What a report holds, said before it is written."""

from collections.abc import Iterator

from presspoint.listing.report.contents import Contents
from presspoint.listing.report.sections.reactions import reactions_of
from presspoint.words import join_words, quantity


def holdings(contents: Contents) -> Iterator[str]:
    """Yield what a report holds, and whether anybody is named in it."""
    yield f"This report covers {contents.period.words}. It holds {join_words(_parts(contents))}."
    named = f"It names you: {contents.name}." if contents.name else "It names nobody."
    yield f"{named} Notes are not in it."


def _parts(contents: Contents) -> tuple[str, ...]:
    counts = {
        "session": len(contents.sessions),
        "reaction": sum(1 for _ in reactions_of(contents.sessions)),
        "pain answer": len(contents.pains),
        "weekly answer": len(contents.scores),
        "total": len(contents.totals),
        "course": len(contents.courses),
    }
    conditions = contents.profile.conditions if contents.with_conditions else ()
    return (
        *(quantity(number, what) for what, number in counts.items() if number or what == "session"),
        *(["your conditions"] if conditions else []),
        "when you checked for warning signs",
        *(["your question"] if contents.question else []),
    )
