"""A person's preferences: a table of settings, and a small file that holds only what differs from the defaults."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from nomina.errors import BadInput
from nomina.files import replacing

if TYPE_CHECKING:
    from nomina.walking import Sieve


@dataclass(frozen=True, slots=True)
class Setting:
    """One preference.

    Attributes:
        label: what it is, for a person. note: what follows from it, in a sentence, or "".
        choices: where they are few.
        words: the choices for a person, where they are not their own words.
        many: whether it is a list of names of files and folders, one a line; see walking.Sieve.
    """

    key: str
    label: str
    default: str
    choices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    note: str = ""
    many: bool = False

    @property
    def listed(self) -> bool:
        """Whether it is set in the list of settings."""
        return bool(self.choices) or self.many

    def in_words(self, choice: str) -> str:
        """A choice for a person."""
        return self.words[self.choices.index(choice)] if self.words else choice


SETTINGS = (
    Setting("encoder", "Encoder", "auto"),
    Setting(
        "device",
        "Device",
        "auto",
        ("auto", "cpu", "cuda", "mps", "xpu"),
        ("The fastest there is", "Processor (CPU)", "NVIDIA GPU", "Apple GPU", "Intel GPU"),
        "Where the encoder runs. It counts from the next time a library is opened.",
    ),
    Setting(
        "precision",
        "Precision",
        "auto",
        ("auto", "fp32", "bf16", "fp16"),
        ("The fastest that gives the same answers", "32 bits", "16 bits (bf16)", "16 bits (fp16)"),
        "Of the encoder's numbers. A library keeps to the one it was read with, unless another is chosen here.",
    ),
    Setting(
        "frames",
        "Videos",
        "scenes",
        ("scenes", "every=1s", "every=2s", "every=5s", "every=10s", "none"),
        ("A picture a scene", "A picture a second", "Every 2 seconds", "Every 5 seconds", "Every 10 seconds", "None"),
        "Which of their frames become pictures of the library, when videos are added.",
    ),
    Setting(
        "appearance", "Colours", "system", ("system", "light", "dark"), ("As the system has them", "Light", "Dark")
    ),
    Setting(
        "language",
        "Language",
        "system",
        ("system", "en", "de"),
        ("As the system has it", "English", "Deutsch"),
        "It counts from the next start.",
    ),
    Setting(
        "exclude",
        "Leave out of folders",
        "",
        (),
        (),
        "Names of files and folders, one a line, as in RAW or *.psd. Hidden files and what systems put beside"
        " pictures, as in @eaDir, are left out anyway.",
        many=True,
    ),
    Setting(
        "include",
        "Take in all the same",
        "",
        (),
        (),
        "Names that would be left out, one a line, as in .* for hidden files. What a library has stays in it.",
        many=True,
    ),
    Setting("keys", "Keys that differ from the table", ""),
    Setting("last_library", "Library that was open last", ""),
)


class Settings:
    """Read and write the settings file. A broken file is set aside with its name, never overwritten."""

    def __init__(self, file: Path | None = None) -> None:
        """Use a file, by default settings.json in the user's config folder."""
        self.file = file or platformdirs.user_config_path("nomina", appauthor=False) / "settings.json"

    @property
    def set_aside(self) -> Path:
        """Where a file that could not be read is moved to; `nomina doctor` tells of it."""
        return self.file.with_suffix(".broken.json")

    def get(self, key: str) -> str:
        """The value of a setting, or its default."""
        setting = setting_of(key)
        value = self._read().get(key, setting.default)
        return value if not setting.choices or value in setting.choices else setting.default

    def names(self, key: str) -> tuple[str, ...]:
        """The names that a setting lists."""
        return tuple(filter(None, map(str.strip, self.get(key).splitlines())))

    def sieve(self) -> Sieve:
        """What is left out of folders."""
        from nomina.walking import AS_USUAL  # which brings numpy, and the window reads settings before it is shown

        return AS_USUAL.also(self.names("exclude"), self.names("include"))

    def set(self, key: str, value: str) -> None:
        """Change a setting; a default is not written down, so that better defaults reach everyone.

        Raises:
            BadInput: the value is none of the choices, or no list of names.
        """
        setting = setting_of(key)
        if setting.many:
            _check_names(value)
        if setting.choices and value not in setting.choices:
            raise BadInput(f"“{value}” is no choice for {setting.label.lower()}.", f"Use {', '.join(setting.choices)}.")
        values = self._read() | {key: value}
        if value == setting.default:
            del values[key]
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(self.file) as file:
            json.dump(values, file, indent=2, sort_keys=True)

    def _read(self) -> dict[str, str]:
        try:
            values = json.loads(self.file.read_bytes())
            if not isinstance(values, dict):
                raise TypeError("not an object")
        except FileNotFoundError:
            return {}
        except (ValueError, TypeError):
            self.file.replace(self.set_aside)
            return {}
        return {key: value for key, value in values.items() if isinstance(key, str) and isinstance(value, str)}


def _check_names(value: str) -> None:
    for name in value.splitlines():
        if "/" in name or "\\" in name:
            raise BadInput(
                f"“{name.strip()}” is a path.", "Give the name of a file or folder alone, as in RAW or *.psd."
            )


def setting_of(key: str) -> Setting:
    """The setting of this key.

    Raises:
        BadInput: there is none.
    """
    for setting in SETTINGS:
        if setting.key == key:
            return setting
    raise BadInput(f"There is no setting “{key}”.", f"There are {', '.join(s.key for s in SETTINGS)}.")
