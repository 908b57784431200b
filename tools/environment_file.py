"""Read deploy/environment.example as systemd would, to check that it is enough to start production."""

from tools.places import ROOT

EXAMPLE = ROOT / "deploy" / "environment.example"


def example_environment() -> dict[str, str]:
    """The variables in it; those commented out are left out."""
    variables = {}
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            variables[name] = value.removeprefix('"').removesuffix('"')
    return variables
