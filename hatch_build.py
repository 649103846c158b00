"""Puts the catalogue and the drawings into built wheels as JSON: no run parses TOML or SVG."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST = (3, 11)


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own configuration class
    """Writes what a wheel has as JSON; an editable install reads TOML and SVG itself."""

    def initialize(self, version: str, build_data: "dict[str, Any]") -> None:
        """Add the generated files to a standard wheel. Raises TOMLDecodeError."""
        if self.target_name != "wheel" or version == "editable" or sys.version_info < OLDEST:
            return  # an older Python only gets as far as pip's refusal, after this
        import tomllib  # which an older Python does not have

        catalogue, index, names = (
            tomllib.loads(Path(self.root, "data", name).read_text(encoding="utf-8"))
            for name in ("points.toml", "index.toml", "names.toml")
        )
        self.scratch = tempfile.TemporaryDirectory()
        for file, content in (
            ("points.json", catalogue),
            ("index.json", index["points"]),
            ("names.json", names),
            ("pictures.json", self._pictures()),
        ):
            generated = Path(self.scratch.name, file)
            generated.write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")
            build_data["force_include"][str(generated)] = f"presspoint/{file}"

    def _pictures(self) -> "dict[str, Any]":
        """Return the drawings as JSON values, read by the package that is being built."""
        sys.path.insert(0, str(Path(self.root, "src")))
        from presspoint.storage.pictures_file import drawings

        return drawings(Path(self.root, "data", "pictures.toml"))

    def finalize(self, *_: object) -> None:
        """Remove the scratch folder."""
        if hasattr(self, "scratch"):
            self.scratch.cleanup()
