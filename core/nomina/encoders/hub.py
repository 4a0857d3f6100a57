"""The Hugging Face hub and its cache on this machine, one file at a time. Nothing here imports torch."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from nomina.errors import EncoderError, WeightsMissing

SHA256 = re.compile("[0-9a-f]{64}")
PATIENCE_S = 5.0  # for the first answer of the hub; a download that runs has huggingface_hub's own limits


def fetch(repo: str, names: Sequence[str], title: str, revision: str | None = None) -> Path:
    """The first of `names` that a repository has: one in the cache, else from the hub.

    Args:
        title: whose file it is, for the error.
        revision: a commit, or None for the newest one.

    Raises:
        WeightsMissing: none is in the cache, and the hub cannot be reached or has none.
    """
    found = fetch_if_there(repo, names, title, revision)
    if found is None:
        raise _missing(title, repo, f"the hub has no {' or '.join(names)} there")
    return found


def fetch_if_there(repo: str, names: Sequence[str], title: str, revision: str | None = None) -> Path | None:
    """As `fetch`, but None where the repository has none of them."""
    found = cached(repo, names, revision)
    return found or _download_first(repo, names, title, revision)


def cached(repo: str, names: Sequence[str], revision: str | None = None) -> Path | None:
    """The first of `names` that is in the cache, or None; asks no network."""
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    for name in names:
        try:
            found = try_to_load_from_cache(repo, name, revision=revision)
        except HFValidationError:  # no name that a repository can have
            return None
        if isinstance(found, str):
            return Path(found)
    return None


def _download_first(repo: str, names: Sequence[str], title: str, revision: str | None) -> Path | None:
    import huggingface_hub as hub

    for name in names:
        try:
            # hf_hub_download tries again for up to six minutes when nobody answers; this asks once
            hub.get_hf_file_metadata(hub.hf_hub_url(repo, name, revision=revision), timeout=PATIENCE_S)
            return _checked(Path(hub.hf_hub_download(repo, name, revision=revision, etag_timeout=PATIENCE_S)), title)
        except hub.errors.LocalEntryNotFoundError as error:
            raise _missing(title, repo, "the hub cannot be reached") from error
        except hub.errors.EntryNotFoundError:
            continue
        except WeightsMissing:
            raise
        except Exception as error:  # the errors of three HTTP libraries, by the version of huggingface_hub
            raise _missing(title, repo, _reason(error)) from error
    return None


def _checked(file: Path, title: str) -> Path:
    """A file that was fetched, if it is what the hub sent: the cache names big ones by the SHA-256 of their bytes.

    Raises:
        WeightsMissing: it is not; it is deleted, so that the next try fetches it anew.
    """
    blob = file.resolve()
    if not SHA256.fullmatch(blob.name):
        return file
    with blob.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if found == blob.name:
        return file
    file.unlink()
    blob.unlink(missing_ok=True)
    raise WeightsMissing(f"The download of {title} was damaged on its way.", "Fetch it again.")


def arrived(repo: str) -> int:
    """Bytes of a repository that are in the cache, those of downloads that were broken off among them."""
    folder = _folder(repo) / "blobs"
    return sum(file.stat().st_size for file in folder.iterdir() if file.is_file()) if folder.is_dir() else 0


def remove(repo: str) -> int:
    """Take a repository out of the cache; returns how many bytes that freed."""
    folder, freed = _folder(repo), arrived(repo)
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        raise EncoderError(f"“{folder}” could not be deleted.", "Close what uses it, then try again.")
    return freed


def _folder(repo: str) -> Path:
    from huggingface_hub import constants
    from huggingface_hub.file_download import repo_folder_name

    return Path(constants.HF_HUB_CACHE) / repo_folder_name(repo_id=repo, repo_type="model")


def _reason(error: Exception) -> str:
    from huggingface_hub import errors

    if isinstance(error, errors.OfflineModeIsEnabled):
        return "HF_HUB_OFFLINE forbids to ask the hub"
    if isinstance(error, errors.GatedRepoError):
        return "the hub gives them only to accounts that were let in"
    if isinstance(error, errors.RepositoryNotFoundError | errors.HFValidationError):
        return "the hub knows no such model"
    if isinstance(error, OSError) and error.errno is not None and error.strerror:
        return error.strerror
    return "the hub cannot be reached"


def _missing(title: str, repo: str, reason: str) -> WeightsMissing:
    return WeightsMissing(
        f"{title} is not on this machine and could not be fetched from “{repo}”: {reason}.",
        "Try again when this machine is online, or choose a folder that holds the model "
        "(open_clip:/path/to/folder, timm:/path/to/folder), or use the starter that comes with Nomina.",
    )
