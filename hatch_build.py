"""Puts the catalogue into built wheels as JSON, so that no run has to parse TOML."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if sys.version_info >= (3, 11):  # noqa: UP036  # an older pip builds the metadata before it refuses
    import tomllib
else:
    import tomli as tomllib  # which hatchling brings


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own configuration class
    """Writes points.json and names.json for a wheel; an editable install reads the TOML itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the generated files to a standard wheel. Raises TOMLDecodeError."""
        if self.target_name != "wheel" or version == "editable":
            return
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
