"""Puts the catalogue into built wheels as JSON, so that no run has to parse TOML."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST = (3, 11)


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own configuration class
    """Writes points.json and names.json for a wheel; an editable install reads the TOML itself."""

    def initialize(self, version: str, build_data: "dict[str, Any]") -> None:
        """Add the generated files to a standard wheel. Raises TOMLDecodeError."""
        if self.target_name != "wheel" or version == "editable" or sys.version_info < OLDEST:
            return  # an older Python only gets as far as pip's refusal, after this
        import tomllib  # which an older Python does not have

        catalogue, index, names = (
            tomllib.loads(Path(self.root, "data", name).read_text(encoding="utf-8"))
            for name in ("points.toml", "index.toml", "names.toml")
        )
        catalogue["points"] |= index["points"]
        self.scratch = tempfile.TemporaryDirectory()
        for file, content in (("points.json", catalogue), ("names.json", names)):
            generated = Path(self.scratch.name, file)
            generated.write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")
            build_data["force_include"][str(generated)] = f"presspoint/{file}"

    def finalize(self, *_: object) -> None:
        """Remove the scratch folder."""
        if hasattr(self, "scratch"):
            self.scratch.cleanup()
