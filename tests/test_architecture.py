"""The shape of the house holds: imports and relations point downwards, settings are documented."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from django.apps import apps

from config.settings.environment import Environment

ROOT = Path(__file__).resolve().parents[1]
LONGEST_MODULE = 300


def layers() -> dict[str, int]:
    """The height of each app, read from the same contract that import-linter reads."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    names = next(contract["layers"] for contract in contracts if contract.get("exhaustive"))
    return {app.strip(): height for height, line in enumerate(reversed(names)) for app in line.split("|")}


def test_imports_point_downwards():
    done = subprocess.run([ROOT / ".venv/bin/lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_relations_point_downwards():
    """Import linter cannot see a ForeignKey written as a string."""
    level = layers()
    upward = [
        f"{field} -> {target}"
        for model in apps.get_models()
        for field in model._meta.get_fields(include_parents=False)
        if field.concrete and field.is_relation and field.related_model
        for source, target in [(model._meta.app_label, field.related_model._meta.app_label)]
        if {source, target} <= level.keys() and source != target and level[source] <= level[target]
    ]
    assert upward == []


@pytest.mark.parametrize("folder", ["site", "locale", "media"])
def test_no_folder_hides_a_standard_module(folder):
    """site and locale are modules of Python's own: as packages they would replace them."""
    assert not (ROOT / folder / "__init__.py").exists()


def test_every_variable_of_the_environment_is_explained():
    explained = set(re.findall(r"^HAIDANG_(\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert explained == {name.upper() for name in Environment.model_fields}


def test_only_the_settings_read_the_environment():
    sources = [path for folder in ("cms", "search") for path in (ROOT / folder).rglob("*.py")]

    assert [str(path) for path in sources if "os.environ" in path.read_text()] == []


def test_no_module_grows_too_long():
    sources = [path for folder in ("cms", "search", "site") for path in (ROOT / folder).rglob("*.py")]
    long = [str(path) for path in sources if "migrations" not in path.parts and length(path) > LONGEST_MODULE]

    assert long == []


def length(path: Path) -> int:
    return len(path.read_text().splitlines())
