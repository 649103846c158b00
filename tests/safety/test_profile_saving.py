"""A profile is saved whole or not at all, for its person alone, one change after another."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

import pytest

from presspoint import clock
from presspoint.catalogue.safety_warnings import Level
from presspoint.errors import PresspointError, StorageError
from presspoint.safety.answers import BodyPlace, ConditionAnswer, Rest
from presspoint.safety.profile import Profile
from presspoint.storage.lock import ProcessLock
from presspoint.storage.profile_file import change_profile, read_profile
from support.profiles import CATALOGUE, FULL, TODAY, keep


@pytest.fixture(autouse=True)
def _one_day_and_one_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda _: TODAY)
    monkeypatch.setattr("presspoint.storage.catalogue_file.load", lambda: CATALOGUE)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


class Killed(BaseException):
    """The process ends here; nothing it would still do reaches the disk."""


class Disk:
    """File operations of which the one numbered `broken` fails, or is the last one ever."""

    NAMES = ("open", "mkdir", "chmod", "fchmod", "stat", "fsync", "replace", "unlink")

    def __init__(self, broken: int, problem: Callable[[], BaseException]) -> None:
        self.broken = broken
        self.problem = problem
        self.done = 0
        self.failed = False

    def operation(self) -> bool:
        """Count one; whether it fails."""
        self.done += 1
        dead = self.failed and isinstance(self.problem(), Killed)
        self.failed |= self.done == self.broken
        return dead or self.done == self.broken

    @contextmanager
    def in_use(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in self.NAMES:
                patch.setattr(os, name, self.breaking(getattr(os, name)))
            opened = os.fdopen

            def torn(descriptor: int, how: str) -> Torn:
                return Torn(opened(descriptor, how), self)

            patch.setattr(os, "fdopen", torn)
            yield

    def breaking(self, real: Callable[..., object]) -> Callable[..., object]:
        def operation(*given: object, **named: object) -> object:
            if self.operation():
                raise self.problem()
            return real(*given, **named)

        return operation


class Torn:
    """An open file of which a write that fails has written a half."""

    def __init__(self, file: IO[bytes], disk: Disk) -> None:
        self.file = file
        self.disk = disk

    def __enter__(self) -> Torn:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self.file, name)

    def write(self, content: bytes) -> None:
        if self.disk.operation():
            self.file.write(content[: len(content) // 2])
            raise self.disk.problem()
        self.file.write(content)


@pytest.mark.parametrize(
    "problem", [lambda: OSError(errno.ENOSPC, "No space left on device"), Killed]
)
@pytest.mark.parametrize("old", [None, FULL])
def test_whatever_breaks_the_file_is_the_old_one_or_the_new_one(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    problem: Callable[[], BaseException],
    old: Profile | None,
) -> None:
    new = FULL.with_rests([Rest("LI4", TODAY)])
    seen = set()
    for broken in range(1, 200):
        monkeypatch.setenv("PRESSPOINT_HOME", str(tmp_path / str(broken)))
        if old:
            keep(old)
        disk = Disk(broken, problem)
        refused = None
        try:
            with disk.in_use():
                keep(new)
        except (Killed, PresspointError) as raised:
            refused = raised
        after = read_profile(CATALOGUE)
        assert after in {old, new}
        seen.add(after)
        if not disk.failed:
            break
        assert isinstance(refused, Killed) or "No space left" in str(refused)
        assert keep(new) == read_profile(CATALOGUE) == new
    assert disk.done == broken - 1 > 10
    assert after == new
    assert seen == {old, new}


@pytest.mark.parametrize("umask", [0, 0o777])
def test_folder_and_files_are_private_under_any_umask(home: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        keep(FULL)
    finally:
        os.umask(before)
    assert mode(home / "config") == 0o700
    assert {each.name: mode(each) for each in (home / "config").iterdir()} == {
        "profile.toml": 0o600,
        "profile.lock": 0o600,
    }


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make what belongs to somebody else")
def test_what_sudo_makes_in_a_home_belongs_to_its_person(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = home / "person"
    person.mkdir()
    os.chown(person, 65534, 65534)
    monkeypatch.setenv("PRESSPOINT_HOME", str(person / "presspoint"))
    keep(FULL)
    made = [each for each in person.rglob("*") if each.lstat().st_uid != 65534]
    assert made == []
    assert len(list(person.rglob("*"))) == 4


def linked(home: Path, name: str = "dotfiles/profile.toml") -> Path:
    """The profile, moved to another place that a link leads to."""
    keep(FULL)
    path, target = home / "config" / "profile.toml", home / name
    target.parent.mkdir(exist_ok=True)
    path.rename(target)
    path.symlink_to(target)
    return target


def test_a_link_of_the_person_into_dotfiles_is_written_through(home: Path) -> None:
    target = linked(home)
    keep(Profile(TODAY))
    assert (home / "config" / "profile.toml").is_symlink()
    assert not target.is_symlink()
    assert read_profile(CATALOGUE) == Profile(TODAY)
    assert mode(target) == 0o600
    assert [each.name for each in target.parent.iterdir()] == ["profile.toml"]


def test_a_link_that_is_not_safe_to_follow_is_refused_in_words_and_stays(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = linked(home, "dotfiles/other-name")
    whole = target.read_bytes()

    def refused(why: str) -> None:
        with pytest.raises(StorageError, match=f"is a link to .*{why}.* Nothing was changed") as no:
            keep(Profile())
        assert no.value.exit_code == 4
        assert read_profile(CATALOGUE) == FULL

    refused("is not called profile.toml")
    assert target.read_bytes() == whole
    (home / "config" / "profile.toml").unlink()
    target = linked(home)
    target.parent.chmod(0o777)
    refused("others may write to")
    target.parent.chmod(0o700)
    with monkeypatch.context() as patch:
        patch.setattr(os, "geteuid", lambda: 54321)
        refused("is not yours")
    assert target.read_bytes() == whole


def test_a_link_planted_as_lock_is_not_written_through(home: Path) -> None:
    keep(FULL)
    lock = home / "config" / "profile.lock"
    lock.unlink()
    lock.symlink_to(home / "made")
    with pytest.raises(StorageError):
        keep(FULL)
    assert not (home / "made").exists()


def test_a_lock_that_a_hung_process_holds_ends_the_wait(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(FULL)
    monkeypatch.setattr("presspoint.storage.lock.WAIT_SECONDS", 0.1)
    with closing(ProcessLock(home / "config" / "profile.lock")) as other:
        assert other.take_alone()
        with pytest.raises(StorageError, match=r"profile\.lock: another presspoint"):
            keep(Profile())
    assert read_profile(CATALOGUE) == FULL


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_file_system_without_locks_keeps_the_profile(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def unknown(_: int, __: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", unknown)
    keep(FULL)
    assert read_profile(CATALOGUE) == FULL


def test_a_folder_that_cannot_be_flushed_is_no_failure_of_what_was_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = os.fsync

    def of_files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", of_files_only)
    assert keep(FULL) == read_profile(CATALOGUE)


def test_changes_at_the_same_time_lose_nothing() -> None:
    points = list(CATALOGUE.table("points"))[:40]

    def rest(code: str) -> None:
        change_profile(CATALOGUE, lambda now: now.with_rests([Rest(code, TODAY)]))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(rest, points))
    profile = read_profile(CATALOGUE)
    assert profile
    assert {each.code for each in profile.rests} == set(points)


def test_what_could_not_be_read_back_is_not_written(home: Path) -> None:
    keep(FULL)
    many = tuple(Rest(f"x{number}", TODAY) for number in range(501))
    long = tuple(Rest(f"x{number}", TODAY, "\U0001f642" * 200) for number in range(500))
    for wrong in (
        FULL._replace(rests=many),
        FULL._replace(rests=long),
        FULL._replace(rests=(Rest("LI4", TODAY, "two\nlines"),)),
        Profile(urgency=Level.EMERGENCY),
        Profile(conditions=(ConditionAnswer("hypertension", TODAY, (BodyPlace("left"),)),)),
    ):
        with pytest.raises(PresspointError, match="Your profile was not changed"):
            keep(wrong)
    assert read_profile(CATALOGUE) == FULL
    assert not list((home / "config").glob(".*"))
