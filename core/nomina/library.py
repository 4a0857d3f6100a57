"""The only door to a library on disk: it opens, owns and closes everything that belongs to it."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from nomina import schema
from nomina.backups import Backup, Occasion, back_up, back_up_when_due
from nomina.circumstances import Backdrop, Circumstances, Told, tell
from nomina.domain import Change, EncoderSpec, Facts, Rows
from nomina.embeddings import Embeddings
from nomina.encoders.host import EncoderHost
from nomina.errors import LibraryError, NominaError, NotALibrary, NotFound, reason_of
from nomina.facts import FactTable
from nomina.filmed import FilmTable
from nomina.history import History, Step
from nomina.memo import Memo
from nomina.metric import AS_SHIPPED, from_bytes
from nomina.pictured import Keys
from nomina.prompts import text_rows
from nomina.reference import Reference
from nomina.schema import DATABASE
from nomina.scores import ScoreTable
from nomina.shelf import Shelf, read_shelf
from nomina.sqlite import begun_anew, open_database
from nomina.store import Store
from nomina.thumbnails import Thumbnails

CACHES = ("embeddings.db", "thumbnails.db", "facts.db", "films.db")


class Library:
    """A folder of truth (library.db), derived data (cache/) and backups, open in one thread.

    Attributes:
        folder: where it lies.
        store: truth. Write only inside `step`.
        history: undo and redo of truth.
        embeddings, thumbnails, facts, films: derived data on disk.
        memo: derived data in memory, for those who can say what it was derived from.
        host: where the encoder runs. The library closes it.
        mended: what was found wrong with derived data and made again, in a sentence; "" for nothing.
        trouble: what kept the copy of the day from being made when it was opened; None for nothing.
    """

    def __init__(self, folder: Path, db: Database, host: EncoderHost, derived: Path | None = None) -> None:
        """Use `open_library` or `temporary_library`."""
        self.folder = folder
        self.host = host
        self._db = db
        self._file = os.stat(folder / DATABASE)
        self.store = Store(db)
        self.history = History(db, schema.TRUTH)
        cache = derived or folder / "cache"
        _make(cache)
        anew = [name for name in CACHES if begun_anew(cache / name)]
        with ExitStack() as files:  # one that cannot be opened lets go of those that were
            self.embeddings = files.enter_context(closing(Embeddings(cache / CACHES[0])))
            self.thumbnails = files.enter_context(closing(Thumbnails(cache / CACHES[1])))
            self.facts = files.enter_context(closing(FactTable(cache / CACHES[2])))
            self.films = files.enter_context(closing(FilmTable(cache / CACHES[3])))
            self._files = files.pop_all()
        host.keep_to(self.embeddings.encoders())
        self.memo = Memo()
        self._rows_put = 0
        self._followed: tuple[int, int] | None = None
        self._scores: ScoreTable | None = None
        self._at_close = ExitStack()
        self.mended = _begun_anew_in_words(anew)
        self.trouble: NominaError | None = None

    @property
    def spec(self) -> EncoderSpec:
        """The encoder at work; waits until it is loaded."""
        return self.host.spec()

    @property
    def scores(self) -> ScoreTable:
        """Scores of every image for every category, brought up to date."""
        if self._scores is None or self._scores.version != self._version():
            self._forget_scores()
            reference = self.reference
            folder = self.folder / "cache" / "rows" / reference.name
            self._scores = ScoreTable(reference, folder, self.embeddings.mark)
        if self._followed != self.revision:
            with _explained("Rank pictures"):
                images = self.history.revision("image"), self._rows_put
                self._scores.follow(self.store, self.embeddings, self.host, self.circumstances, images, self._keys)
            self._followed = self.revision
            if self._scores.wrong not in self.mended:
                self.mended = f"{self.mended} {self._scores.wrong}".strip()
        return self._scores

    def _forget_scores(self) -> None:
        if self._scores is not None:
            self._scores.close()
        self._scores = self._followed = None

    @property
    def _keys(self) -> Keys:
        """Ids, ascending, and hashes of all images."""
        revision = self.history.revision("image")
        return self.memo.get("keys", revision, lambda: self._read_keys(revision))

    def _read_keys(self, revision: int) -> Keys:
        """Those that were known and those that came since, where nothing else was written."""
        made_for, known = self.memo.kept("keys")
        if known is not None and len(known[0]):
            came = self.store.keys_after(int(known[0][-1]))
            if len(came[0]) == revision - made_for:
                return np.append(known[0], came[0]), np.append(known[1], came[1])
        return self.store.keys_after(0)

    @property
    def shelf(self) -> Shelf:
        """What all pictures are called and where they lie, brought up to date."""
        key = self.history.revision("image", "place")
        return self.memo.get("shelf", key, lambda: self._shelved(key))

    def _shelved(self, key: int) -> Shelf:
        """The last shelf and what came since, or all of it anew."""
        made_for, last = self.memo.kept("shelf")
        grown = last.grown(self.store, self._keys, key - made_for) if last is not None else None
        return grown or read_shelf(self.store, self._keys)

    @property
    def circumstances(self) -> Circumstances | None:
        """The circumstances of all pictures; None where they do not count."""
        key = (self.history.revision("image", "place", "backdrop"), self._rows_put)
        return self.memo.get("circumstances", key, self._placed_circumstances)

    def _placed_circumstances(self) -> Circumstances | None:
        counted = self.store.backdrop()
        return None if counted is None else Circumstances.of(Backdrop.from_text(counted[2]), self.told())

    def told(self) -> list[Told]:
        """The circumstances that each picture tells, in id order."""
        shelf, facts = self.shelf, self.facts.told()
        nothing = (None, None, None, None)
        places = zip(shelf.hashes.astype(str).tolist(), shelf.paths.tolist(), strict=True)
        return [tell(os.path.dirname(path), *facts.get(hash, nothing)) for hash, path in places]

    @property
    def revision(self) -> tuple[int, int]:
        """Another value whenever truth or the embeddings may be others than before."""
        return self.history.revision(), self._rows_put

    @property
    def reference(self) -> Reference:
        """How rows of the encoder at work are placed, in the version that is active."""
        version = self._version()
        metric = from_bytes(self.store.layers(version)) if version else AS_SHIPPED
        return Reference(self.spec, self.host.calibration(), metric)

    def _version(self) -> str:
        active = self.store.active_reference(self.spec.id)
        return active.version if active else ""

    @contextmanager
    def answered_by(self, other: EncoderHost) -> Iterator[None]:
        """Let another encoder answer inside, from what is in the cache of it; afterwards all is as it was before."""
        kept = self.host, self.memo, self._scores, self._followed
        self.host, self.memo, self._scores, self._followed = other, Memo(), None, None
        try:
            yield
        finally:
            self._forget_scores()
            self.host, self.memo, self._scores, self._followed = kept

    def take_host(self, other: EncoderHost) -> None:
        """Let another encoder answer from now on, and close the one that did; the library owns it then."""
        self.host.close()
        self._forget_scores()
        self.host, self.memo = other, Memo()
        self._rows_put += 1

    def text_rows(self, texts: Sequence[str]) -> Rows:
        """Rows of texts, shape (n, d), in their order; each is encoded once in the life of the library.

        Raises:
            EncoderError: the encoder knows no words, or cannot be asked.
        """
        with _explained("Keep what was read"):
            rows = text_rows(list(texts), self.spec, self.embeddings, self.host)
        return np.array([rows[text] for text in texts], np.float32).reshape(-1, self.spec.dimension)

    def put_derived(
        self, rows: Mapping[str, NDArray[np.float32]], thumbnails: Mapping[str, bytes], facts: Mapping[str, Facts]
    ) -> None:
        """Keep embeddings of the encoder at work, shape (d,) each, JPEGs and facts, by image hash.

        Raises:
            LibraryError: the disk is full, or will not be written.
        """
        with _explained("Keep what was read"):
            self._rows_put += 1
            self.embeddings.put(self.spec.id, rows)
            self.thumbnails.put(thumbnails)
            self.facts.put(facts)

    @contextmanager
    def step(self, name: str, within: Step | None = None) -> Iterator[Step]:
        """Make what is written inside one transaction and one undo step; see History.step.

        Raises:
            NotFound: an image, category or run that is written of is gone.
            LibraryError: the disk is full, or will not be written, or the library's folder is gone.
        """
        self._check_place(name)
        with _explained(name), self.history.step(name, within) as step:
            yield step

    def _check_place(self, name: str) -> None:
        """Refuse to write where nobody would find it: SQLite goes on with a file that was deleted, and says nothing."""
        try:
            if os.path.samestat(os.stat(self.folder / DATABASE), self._file):
                return
        except OSError:
            pass
        raise LibraryError(
            f"The library “{self.folder}” is no longer where it was. Nothing of “{name}” was kept.",
            "Put its folder or disk back, or close it and open it where it is now.",
        )

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        self._check_place("Undo")
        with _explained("Undo"):
            return self.history.undo()

    def redo(self) -> Change | None:
        """Bring the last undone step again; None when there is none."""
        self._check_place("Redo")
        with _explained("Redo"):
            return self.history.redo()

    def back_up(self) -> Backup:
        """Copy truth, because a person asks for it; see backups.back_up."""
        return back_up(self._db, self.folder, Occasion.ASKED)

    def back_up_when_due(self) -> Backup | None:
        """Make the copy of the day if it is time for one; see backups.back_up_when_due."""
        return back_up_when_due(self._db, self.folder)

    def interrupt(self) -> None:
        """End what the encoder does at once, from any thread; see EncoderHost.interrupt."""
        self.host.interrupt()

    def close(self) -> None:
        """Close files and stop the encoder. Nothing is lost: every step was committed."""
        self._forget_scores()
        self.host.close()
        self._files.close()
        self._db.close()
        self._at_close.close()


def _begun_anew_in_words(names: list[str]) -> str:
    if not names:
        return ""
    return f"Damaged, and begun anew: {', '.join(names)}. What was in it grows back as the pictures are read again."


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Say in a sentence what SQLite refused."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        if "FOREIGN KEY" not in str(error):
            raise
        raise NotFound(
            f"Something that “{name}” needs is not there any more. Nothing was kept.", "Look again, and retry."
        ) from error
    except sqlite3.OperationalError as error:
        raise LibraryError(
            f"The library could not be written: {error}. Nothing of “{name}” was kept.",
            "Check the free space and permissions of its folder, then try again.",
        ) from error
    except sqlite3.DatabaseError as error:  # only now, because a page is read when it is needed
        if type(error) is not sqlite3.DatabaseError:
            raise
        raise LibraryError(
            f"A file of the library is damaged: {error}. Nothing of “{name}” was kept.",
            "Close it, then run nomina check with --repair.",
        ) from error


def create_library(folder: Path) -> None:
    """Make an empty library in a folder, which is made too.

    Raises:
        LibraryError: there is one already, or the folder cannot be written.
    """
    if os.path.exists(folder / DATABASE):
        raise LibraryError(f"“{folder}” is a library already.", "Open it, or choose another folder.")
    _make(folder)
    db = open_database(folder / DATABASE, durable=True)
    try:
        with db.atomic():  # whole or not at all, and one wait for the disk
            schema.migrations.apply(db)
    finally:
        db.close()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"“{folder}” cannot be made: {reason_of(error)}.", "Choose a folder that can be written."
        ) from error


def open_library(folder: Path, host: EncoderHost) -> Library:
    """Open the library in a folder; on an error the host is closed.

    Raises:
        NotFound, NotALibrary, LibraryBusy, LibraryTooNew, LibraryError.
    """
    return _opened(folder, host, durable=True)


def _opened(folder: Path, host: EncoderHost, durable: bool, derived: Path | None = None) -> Library:
    try:
        db = open_truth(folder, durable)
        try:
            library = Library(folder, db, host, derived)
            if durable:
                try:
                    library.back_up_when_due()
                except NominaError as error:  # nobody is kept from the library by a backup that fails
                    library.trouble = error
            return library
        except BaseException:
            db.close()
            raise
    except BaseException:
        host.close()
        raise


def temporary_library(host: EncoderHost, derived: Path | None = None) -> Library:
    """A library in a temporary folder, gone when it is closed. On disk, because thumbnails of a big folder are big.

    Args:
        derived: a folder that keeps what was read of the pictures, made if it is not there: another temporary library
            with it does not encode them again.

    Raises:
        LibraryBusy, LibraryError: the folder is in use, or cannot be written; the host is closed.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="nomina-")))
        create_library(folder)
        library = _opened(folder, host, durable=False, derived=derived)
        library._at_close = stack.pop_all()
    return library


def open_truth(folder: Path, durable: bool = True) -> Database:
    """Open the truth of the library in a folder, its tables brought up to date; see open_library."""
    file = folder / DATABASE
    if not os.path.isfile(file):
        kind = "There is no library in" if os.path.exists(folder) else "There is no folder"
        raise NotFound(f"{kind} “{folder}”.", "Make one there (nomina init), or choose another folder.")
    _check_mark(file)
    db = open_database(file, durable=durable)
    try:
        schema.refuse_others(db, file)
        if schema.migrations.pending(db):
            back_up(db, folder, Occasion.MIGRATION)
            schema.migrations.apply(db)
    except BaseException:
        db.close()
        raise
    return db


def _check_mark(file: Path) -> None:
    """Refuse another program's database before it is opened, because opening changes its journal mode."""
    try:
        with file.open("rb") as stream:
            head = stream.read(72)
    except OSError:
        return  # SQLite will say why
    ours = head[68:72] == schema.APPLICATION_ID.to_bytes(4, "big") or os.path.exists(f"{file}-wal")
    if head.startswith(b"SQLite format 3\0") and not ours:
        raise NotALibrary(f"“{file}” is a database of another program.", "Choose another folder.")
