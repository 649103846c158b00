"""A template filled in: whatever text it is given stays text."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from presspoint.pages import rendering

TEMPLATES = Path(rendering.__file__).parent / "templates"


class Elements(HTMLParser):
    """The elements of a page, with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def filled_in(text: str) -> str:
    template = "{% macro bold(word) %}<b>{{ word }}</b>{% endmacro %}"
    template += '<p title="{{ text }}">{{ bold(text) }}</p>'
    return rendering._environment().from_string(template).render(text=text)


@given(st.text())
def test_no_text_becomes_an_element_or_an_attribute(text: str) -> None:
    page = Elements(filled_in(text))
    assert [tag for tag, _ in page.elements] == ["p", "b"]
    assert [name for name, _ in page.elements[0][1]] == ["title"]
    assert page.elements[0][1][0][1] == page.text


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\u202e", "\u2066", "\x00", "\ufeff"])
def test_what_is_invisible_or_turns_a_text_is_shown_once(hostile: str) -> None:
    shown = hostile.encode("unicode_escape").decode()
    assert filled_in(f"a{hostile[0]}b").count("\\") == 2  # in the attribute and in the text
    assert hostile not in filled_in(hostile)
    assert Elements(filled_in(hostile)).text == shown


def test_a_name_without_a_value_is_refused() -> None:
    template = rendering._environment().from_string("{{ name }}")
    with pytest.raises(UndefinedError):
        template.render()


@pytest.mark.parametrize("name", rendering.templates())
def test_a_template_is_one_that_jinja_reads_and_never_turns_escaping_off(name: str) -> None:
    rendering._environment().get_template(name)
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape", text)
