"""The pinned files agree with one another and with the oldest Python that we promise."""

import importlib.metadata
import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from tools.places import ROOT

PIN = re.compile(r"^([A-Za-z0-9._-]+(?:\[[^\]]*\])?)==([^ ;\\]+)", re.MULTILINE)
DEBIAN_12 = "3.11.2"


def pins(name: str) -> dict[str, str]:
    found = PIN.findall((ROOT / name).read_text(encoding="utf-8"))
    return {canonicalize_name(re.sub(r"\[.*", "", package)): version for package, version in found}


def wanted(path: Path) -> list[Requirement]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line.strip() and not line.startswith(("#", "-"))]


def test_whoever_has_what_tests_need_has_what_the_site_needs() -> None:
    everything, site = pins("requirements-dev.txt"), pins("requirements.txt")
    assert site
    assert {name: everything.get(name) for name in site} == site


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_the_pins_were_compiled_after_the_last_change_of_the_wishes(name: str) -> None:
    pinned = pins(f"{name}.txt")
    for requirement in wanted(ROOT / f"{name}.in"):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version, f"{requirement.name} is in {name}.in but not pinned: make pins"
        assert version in requirement.specifier, f"{requirement} is pinned at {version}: make pins"


def test_every_pin_has_a_hash() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-next.txt"):
        blocks = re.split(r"^(?=[A-Za-z0-9])", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
        without = [
            block.split()[0] for block in blocks if "==" in block.split("\n")[0] and "--hash=" not in block
        ]
        assert without == []


def test_nothing_pinned_refuses_the_python_of_debian_12() -> None:
    """What is resolved for a later 3.11 may not install there: soupsieve 4.1.2 wants 3.11.5."""
    refusing = []
    for name, version in pins("requirements-dev.txt").items():
        try:
            metadata = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another system only
        accepted = SpecifierSet(metadata["Requires-Python"] or "")
        if metadata["Version"] == version and DEBIAN_12 not in accepted:
            refusing.append(f"{name} {version}: {accepted}")
    assert refusing == []


def test_every_dependency_says_why_it_is_there() -> None:
    reasons = (ROOT / "docs" / "operations" / "dependencies.md").read_text(encoding="utf-8").lower()
    names = {
        requirement.name
        for file in ("requirements.in", "requirements-dev.in")
        for requirement in wanted(ROOT / file)
    }
    assert sorted(name for name in names if f"`{name.lower()}" not in reasons) == []


def test_the_next_wagtail_is_a_newer_one() -> None:
    def release(name: str) -> tuple[int, ...]:
        return tuple(int(part) for part in pins(name)["wagtail"].split("."))

    assert release("requirements-next.txt") > release("requirements.txt")
