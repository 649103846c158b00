"""The commands: Typer lives here and nowhere else.

Modules that define commands do without `from __future__ import annotations`: Typer reads every
annotation at every start, and would have to evaluate each from a string first.
"""
