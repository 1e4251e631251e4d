"""What this machine can do, so that figures from two machines can be compared."""

import hashlib
import os
import platform
import time


def described() -> str:
    what = f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"{what}; baseline {baseline():.0f} ms"


def baseline() -> float:
    """Milliseconds of processor time for a fixed piece of work: 200,000 hashes of 64 bytes."""
    start, data = time.process_time(), b"x" * 64
    for _ in range(200_000):
        data = hashlib.sha256(data).digest() * 2
    return (time.process_time() - start) * 1000


def resident_megabytes() -> float:
    """Memory of this process that is in use now."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024
