"""The one reader of the environment: every variable of the archive, its type, its default and what it means."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[3]


class Face(StrEnum):
    """What a process shows: the public site, the staff's side, or (in development) both."""

    PUBLIC = "public"
    INTERNAL = "internal"
    BOTH = "both"


def words(value: str | list[str]) -> list[str]:
    """A list written as words parted by commas."""
    return [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else value


class Environment(BaseSettings):
    """What the operator decides. A variable without a default must be set in production."""

    model_config = SettingsConfigDict(env_prefix="HAIDANG_", env_file=ROOT / ".env", extra="ignore")

    face: Face = Face.BOTH
    secret_key: SecretStr = SecretStr("")
    database_url: str = f"sqlite:///{ROOT / 'var' / 'haidang.sqlite3'}"
    allowed_hosts: Annotated[list[str], NoDecode] = Field(default_factory=list)
    base_url: str = "http://localhost:8000"
    languages: Annotated[list[str], NoDecode] = ["vi", "en"]
    https: bool = True
    debug: bool = False
    media_root: Path = ROOT / "media"
    var_root: Path = ROOT / "var"
    tasks: str = "immediate"
    redis_url: str = ""
    elasticsearch_url: str = ""
    elasticsearch_api_key: SecretStr = SecretStr("")
    elasticsearch_prefix: str = "haidang-"
    test_database: str = ""  # a file that SQLite tests keep between runs (--reuse-db); empty: in memory
    mail_host: str = ""
    mail_from: str = "haidang@localhost"
    contact_email: str = ""
    fetch_hosts: Annotated[list[str], NoDecode] = Field(default_factory=list)

    @field_validator("allowed_hosts", "languages", "fetch_hosts", mode="before")
    @classmethod
    def split(cls, value: str | list[str]) -> list[str]:
        return words(value)

    @property
    def is_public_only(self) -> bool:
        return self.face is Face.PUBLIC
