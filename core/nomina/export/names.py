"""Names of files and folders that any file system takes, from whatever a category or a picture is called.

A name may hold quotes, emoji, right-to-left text or spaces; it may not leave its folder, be a device of Windows, or be
the same as its neighbour where case, accents' spelling or invisible characters make no difference (NTFS, APFS, HFS+).
Sources: Microsoft's “Naming Files, Paths, and Namespaces”; Unicode's case folding.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 120
"""UTF-8 bytes of a name. File systems take 255; a path of Windows 260 characters in all."""
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
_FORBIDDEN = frozenset('<>:"/\\|?*')
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of text, by which a name can look like another one."""
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


class Names:
    """Hands out names that differ from each other within a folder."""

    def __init__(self) -> None:
        """No name is taken."""
        self._taken: set[tuple[str, str]] = set()
        self._folders: dict[str, str] = {}

    def folder(self, wanted: str) -> str:
        """A name for the folder of a category: always the same one for the same category."""
        known = self._folders.get(wanted)
        if known is None:
            known = self._folders[wanted] = self._take("", safe_name(wanted), wanted)
        return known

    def file(self, wanted: str, key: str, within: str = "") -> str:
        """A name for a file, unlike every other in the folder `within`.

        Args:
            key: tells files of the same name apart, whatever their order: the hash of the picture.
        """
        return self._take(within, safe_name(wanted), key)

    def folders(self) -> dict[str, str]:
        """The category of each folder, by its name."""
        return {name: wanted for wanted, name in self._folders.items()}

    def _take(self, within: str, name: str, key: str) -> str:
        free, turn = name, 0
        while (within, same(free)) in self._taken:
            free = _told_apart(name, hashlib.blake2b(f"{turn}{key}".encode("utf-8", "surrogatepass")).hexdigest()[:8])
            turn += 1
        self._taken.add((within, same(free)))
        return free


def safe_name(wanted: str) -> str:
    """One name for a file or folder: never empty, at most LONGEST bytes, the same for the same text."""
    text = unicodedata.normalize("NFC", wanted)
    text = "".join("_" if _is_forbidden(c) else c for c in text).strip().rstrip(". ")
    text = "_" + text[1:] if text.startswith((".", "~")) else text  # hidden, or a home folder to a careless script
    if not same(text):
        text = "_" * max(1, len(wanted.strip()))
    if _DEVICES.match(text):
        text = "_" + text
    return text if len(text.encode()) <= LONGEST else _told_apart(text, _digest(wanted))


def same(name: str) -> str:
    """What makes two names one on some file system."""
    text = "".join(c for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFKC", text.upper().casefold()).strip().rstrip(". ")


def _is_forbidden(character: str) -> bool:
    kind = unicodedata.category(character)
    return character in _FORBIDDEN or character in _TURNING or kind in ("Cc", "Cs", "Zl", "Zp", "Co", "Cn")


def _told_apart(name: str, mark: str) -> str:
    """The name, shortened where it is long, with a mark before its ending."""
    found = _ENDING.search(name)
    stem, ending = (name[: found.start()], found[0]) if found and found.start() else (name, "")
    room = LONGEST - len(ending.encode()) - len(mark) - 1
    stem = stem.encode()[:room].decode("utf-8", "ignore").rstrip(". ")
    return f"{stem}-{mark}{ending}"


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
