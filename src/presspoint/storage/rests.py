"""Rest days of sore places that wait to be saved in the profile."""

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.safety.profile import Profile, Rest


class Rests:
    """Rests that are not saved yet; `problem` says why, and is empty once they are."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.waiting: list[Rest] = []
        self.problem = ""

    def save(self, most_seconds: float = 0.0) -> None:
        """Save what waits; wait so long at most for another process that changes the profile."""
        if not self.waiting:
            return
        from presspoint.storage.profile_file import change_profile

        try:
            change_profile(self.catalogue, self._add_to, most_seconds)
        except (PresspointError, OSError) as error:
            self.problem = str(error)
        else:
            self.waiting.clear()
            self.problem = ""

    def _add_to(self, profile: Profile) -> Profile:
        for rest in self.waiting:
            profile = profile.with_rest(rest)
        return profile
