"""Keys to the server: each process holds one for what it may do. The public face reads what is public, no more."""

import base64
from typing import Any

from .audiences import PUBLIC
from .engines import EngineFailedError, elastic

READ = ["read", "view_index_metadata"]


def reader_of_public() -> str:
    """A new key that reads the public indices and can do nothing else. It is shown once, by whoever asks for it."""
    prefix = the_server().prefix
    return made("public face", [{"names": [f"{prefix}{PUBLIC}*"], "privileges": READ}], cluster=[])


def writer() -> str:
    """A new key for the internal face and the workers: every index of ours, and none of others."""
    prefix = the_server().prefix
    return made("internal face", [{"names": [f"{prefix}*"], "privileges": ["all"]}], cluster=["monitor"])


def made(name: str, indices: list[dict[str, Any]], cluster: list[str]) -> str:
    server = the_server()
    roles = {"haidang": {"cluster": cluster, "indices": indices}}
    with server.told() as client:
        said = client.security.create_api_key(name=f"{server.prefix}{name}", role_descriptors=roles)
    return base64.b64encode(f"{said['id']}:{said['api_key']}".encode()).decode()


def the_server() -> elastic.server.Server:
    server = elastic.server.configured()
    if server is None:
        raise EngineFailedError("Set HAIDANG_ELASTICSEARCH_URL, with a user who may make keys")
    return server
