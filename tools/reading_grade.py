"""Prints how hard the texts of presspoint are to read, as school grades (Flesch-Kincaid).

    python -m pip install "textstat==0.7.4" "setuptools<81"
    python tools/reading_grade.py [HOW_MANY_OF_THE_WORST]

Of the catalogue, of the places that are only looked up, and of the program's own phrases: how many
there are, the mean grade, and the worst. Texts of fewer than six words are left out: the grade of
a title says nothing. Later versions of textstat fetch a dictionary from the network.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import mean

from textstat import flesch_kincaid_grade

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from presspoint.storage.catalogue_file import load
from support.texts import catalogue_texts, program_texts

FEWEST_WORDS = 6


def print_grades(title: str, texts: Iterable[tuple[str, str]], shown: int) -> None:
    """Print the number of the texts, their mean grade, and those with the highest."""
    graded = sorted(
        (
            (flesch_kincaid_grade(text), where, text)
            for where, text in texts
            if len(text.split()) >= FEWEST_WORDS
        ),
        reverse=True,
    )
    grades = [grade for grade, _, _ in graded]
    print(f"{title}: {len(grades)} texts, mean grade {mean(grades):.1f}, worst {grades[0]:.1f}")
    for grade, where, text in graded[:shown]:
        print(f"  {grade:4.1f}  {where}: {text}")


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    catalogue = load()
    looked_up = {f"points.{each.code}.place" for each in catalogue.points() if not each.hold}
    texts = list(catalogue_texts())
    print_grades("Catalogue", (each for each in texts if each[0] not in looked_up), number)
    print_grades("Places to look up", (each for each in texts if each[0] in looked_up), number)
    print_grades("Program", program_texts(), number)
