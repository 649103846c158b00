"""Puts the catalogue into built wheels as points.json, so that no run has to parse TOML."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST = (3, 11)


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own configuration class
    """Writes points.json for a wheel; an editable install keeps reading the TOML itself."""

    def initialize(self, version: str, build_data: "dict[str, Any]") -> None:
        """Add the generated file to a standard wheel. Raises TOMLDecodeError."""
        if self.target_name != "wheel" or version == "editable" or sys.version_info < OLDEST:
            return  # an older Python only gets as far as pip's refusal, after this
        import tomllib  # which an older Python does not have

        catalogue, index = (
            tomllib.loads(Path(self.root, "data", name).read_text(encoding="utf-8"))
            for name in ("points.toml", "index.toml")
        )
        catalogue["points"] |= index["points"]
        self.scratch = tempfile.TemporaryDirectory()
        generated = Path(self.scratch.name, "points.json")
        generated.write_text(json.dumps(catalogue, separators=(",", ":")), encoding="utf-8")
        build_data["force_include"][str(generated)] = "presspoint/points.json"

    def finalize(self, *_: object) -> None:
        """Remove the scratch folder."""
        if hasattr(self, "scratch"):
            self.scratch.cleanup()
