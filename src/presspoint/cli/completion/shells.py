"""The question that a shell asks at Tab, and the answer in the form of that shell.

What the shells run is Typer's: presspoint --install-completion puts it in place.
"""

import os
import shlex
import sys

from presspoint.cli.completion.offers import Offer, Offers, find_offers
from presspoint.named_tuple import NamedTuple

# Small letters match capitals: li is LI4.
ZSH = (
    "local -a presspoint_offers; presspoint_offers=({offers}); "
    "_describe -V presspoint presspoint_offers -M 'm:{{[:lower:]}}={{[:upper:]}}'"
)


class Question(NamedTuple):
    """The words before the cursor, the one that is begun, and what of that comes before a value."""

    words: list[str]
    begun: str
    before: str = ""


def answer(shell: str) -> int:
    """Print what Tab offers in a shell; return the exit code. Whatever goes wrong offers nothing.

    A remark would land in the middle of the line that is typed.
    """
    try:
        question = _split_option(_question(shell))
        offers = find_offers(question.words, question.begun)
        text = _answer(shell, offers, question.before)
    except Exception:  # noqa: BLE001  # a damaged file or a fault of ours: nothing is offered
        offers, text = Offers(), ""
    if shell == "fish" and os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 1 if offers.is_file else 0
    sys.stdout.write(f"{text}\n" if text else "")
    return 0


def _question(shell: str) -> Question:
    if shell == "bash":
        words = _words(os.environ.get("COMP_WORDS", ""))
        place = int(os.environ.get("COMP_CWORD", "0"))
        begun = words[place] if place < len(words) else ""
        if begun == "=" or words[place - 1 : place] == ["="]:  # bash cuts --for=neck into three
            return Question([each for each in words[1:place] if each != "="], begun.strip("="))
        return Question(words[1:place], begun)
    line = os.environ.get("_TYPER_COMPLETE_ARGS", "")
    words = _words(line)[1:]
    begun = words.pop() if words and not line.endswith(" ") else ""
    return Question(words, begun)


def _split_option(question: Question) -> Question:
    """The question with an option and its value in one word ("--for=neck") as two."""
    option, sign, begun = question.begun.partition("=")
    if not (sign and option.startswith("--")):
        return question
    return Question([*question.words, option], begun, f"{option}=")


def _words(line: str) -> list[str]:
    """The words of a line; a quote that is still open ends with the line."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=False)
    lexer.whitespace_split, lexer.commenters = True, ""
    words: list[str] = []
    try:
        words.extend(lexer)
    except ValueError:
        words.append(lexer.token)
    return words


def _answer(shell: str, offers: Offers, before: str) -> str:
    fitting = [Offer(f"{before}{each.value}", each.words) for each in offers.fitting]
    if shell == "zsh":
        listed = " ".join(f"'{_zsh_item(each)}'" for each in fitting)
        return ZSH.format(offers=listed) if fitting else "_files" * offers.is_file
    if shell == "fish":
        return "\n".join(f"{each.value}\t{each.words}".rstrip() for each in fitting)
    if shell in {"powershell", "pwsh"}:
        return "\n".join(f"{each.value}:::{each.words or ' '}" for each in fitting)
    return "\n".join(each.value for each in fitting)


def _zsh_item(offer: Offer) -> str:
    text = f"{offer.value}:{offer.words}" if offer.words else offer.value
    return text.replace("'", "'\\''")
