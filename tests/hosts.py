"""Hosts that several tests share."""

from typing import Any

from nomina import EncoderHost


class Kept:
    """A host that is lent: who borrows it may close it, and the next one has it still."""

    def __init__(self, host: EncoderHost) -> None:
        self._host = host

    def __getattr__(self, name: str) -> Any:
        return getattr(self._host, name)

    def close(self) -> None:
        """Nothing: whoever lent it closes it."""
