"""What tantivy throws, in our words."""

from collections.abc import Iterator
from contextlib import contextmanager

from .. import EngineBusyError, EngineFailedError


@contextmanager
def guarded() -> Iterator[None]:
    """tantivy raises ValueError for nearly everything, and on damaged files a PanicException, which is no Exception."""
    try:
        yield
    except (ValueError, OSError) as error:
        raise (EngineBusyError if "LockBusy" in str(error) else EngineFailedError)(str(error)) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise EngineFailedError(str(error)) from None
        raise
