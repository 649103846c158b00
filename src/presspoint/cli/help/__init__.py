"""The help of every command and the manual, made of what Typer knows of the commands."""
