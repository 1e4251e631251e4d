"""Where an index lives: two aliases that lead to an index whose name tells the rules it was built with."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from time import time

from elasticsearch import ConflictError, Elasticsearch

from .mapping import SETTINGS, mapping, version
from .server import Server

LONGEST_BUILD = 3_600  # seconds; a claim that is older was left by a process that died


class Place:
    """The names of one index: <name> to read and <name>-write to write lead to <name>-<rules>-<random>."""

    def __init__(self, server: Server, name: str) -> None:
        self.read = f"{server.prefix}{name}"
        self.write = f"{self.read}-write"
        self.claims = f"{server.prefix}claims"

    @property
    def rules(self) -> str:
        """Names the rules of today: other fields or another spelling make another index."""
        return version()

    def fresh(self, client: Elasticsearch) -> str:
        """An empty index beside the living one, which nobody searches yet."""
        name = f"{self.read}-{version()}-{secrets.token_hex(4)}"
        while_filling = {**SETTINGS, "refresh_interval": "-1"}
        client.indices.create(index=name, settings=while_filling, mappings=mapping())
        return name

    def change_over(self, client: Elasticsearch, new: str) -> None:
        """Let both aliases lead to a new index in one step, and remove every other index of this name."""
        client.indices.put_settings(index=new, settings={"refresh_interval": "1s"})
        client.indices.refresh(index=new)
        old = [name for name in self.all(client) if name != new]
        remove = [{"remove_index": {"index": name}} for name in old]
        add = [{"add": {"index": new, "alias": alias}} for alias in (self.read, self.write)]
        client.indices.update_aliases(actions=[*remove, *add])

    def all(self, client: Elasticsearch) -> list[str]:
        """Every index of this name, of whatever rules, and what somebody may have made under the alias's own name."""
        found = client.indices.get(index=f"{self.read}-*,{self.read}", ignore_unavailable=True, allow_no_indices=True)
        return [name for name in found if name == self.read or is_built(name, self.read)]

    @contextmanager
    def claimed(self, client: Elasticsearch) -> Iterator[bool]:
        """True for the one process that may build the index now."""
        if not self.claim(client):
            yield False
            return
        try:
            yield True
        finally:
            client.options(ignore_status=404).delete(index=self.claims, id=self.read)

    def claim(self, client: Elasticsearch) -> bool:
        old = {"range": {"since": {"lt": time() - LONGEST_BUILD}}}
        client.options(ignore_status=404).delete_by_query(
            index=self.claims, query={"bool": {"filter": [{"term": {"_id": self.read}}, old]}}, refresh=True
        )
        try:
            client.create(index=self.claims, id=self.read, document={"since": time()}, refresh=True)
        except ConflictError:
            return False
        return True


def is_built(name: str, read: str) -> bool:
    """Is it an index that we built for this name, and not for a longer one?"""
    parts = name.removeprefix(f"{read}-").split("-")
    return len(parts) == 2 and len(parts[0]) == 12 and len(parts[1]) == 8
