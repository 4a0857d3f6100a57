"""Encoders that other packages bring; docs/plugins.md says how. The name of the entry point is the choice."""

from __future__ import annotations

from nomina import plugins
from nomina.encoders.protocol import Encoder
from nomina.errors import EncoderError, NominaError

_PROMISED = ("spec", "prepare", "encode_pixels", "encode_images", "encode_texts", "calibration")


def load(name: str, device: str) -> Encoder | None:
    """The plugged encoder of this name on a device; None where there is none.

    Raises:
        BadInput: the plug-in cannot be used.
        EncoderError: it could not load its encoder, or what it loaded is none.
    """
    plugin = installed().get(name)
    if plugin is None:
        return None
    make = plugins.load(plugin, _callable)
    try:
        encoder: Encoder = make(device)
    except NominaError:
        raise
    except Exception as error:  # whatever somebody else's code may raise
        raise _failed(plugin, f"{type(error).__name__}: {error}") from error
    wrong = plugins.has(*_PROMISED)(encoder)
    if wrong:
        raise _failed(plugin, f"what it loads is no encoder: {wrong}")
    return encoder


def installed() -> dict[str, plugins.Plugin]:
    """The plugged encoders by name, none of them imported."""
    return plugins.find(plugins.ENCODERS, {})[0]


def _callable(thing: object) -> str:
    return "" if callable(thing) else "it is no function of a device"


def _failed(plugin: plugins.Plugin, why: str) -> EncoderError:
    return EncoderError(
        f"The encoder “{plugin.name}” of “{plugin.package}” could not be loaded: {why.rstrip('. ')}.",
        "Update the package, or choose another encoder: nomina encoders list.",
    )
