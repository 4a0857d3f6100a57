"""Taking pictures in: each is read once, known by its bytes, and nothing that is known is worked on again."""

from __future__ import annotations

import dataclasses
import os
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import CountingEncoder, add, category, columns, in_memory, opened, result, save_many, truth
from tests.properties import examples

from nomina.categories import remove_category
from nomina.encoders.hands import BATCH
from nomina.errors import BadInput, NotFound
from nomina.ingest import Added, add_examples, add_images, encode_missing
from nomina.library import Library
from nomina.runs import label_images
from nomina.teach import label
from nomina.testing import save_picture

linux = pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes are Linux's")


def test_adding_a_folder_twice_encodes_nothing_and_opens_nothing(
    library: Library, encoder: CountingEncoder, tmp_path: Path
) -> None:
    files = save_many(tmp_path, 20)
    first = add(library, tmp_path)
    assert (len(first.new), first.encoded, encoder.encoded) == (20, 20, 20)
    kept = truth(library)
    for file in files:
        times = file.stat()
        file.write_bytes(b"\0" * times.st_size)  # whoever opens it now finds no picture
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    second = add(library, tmp_path)
    assert (len(second.new), second.encoded, second.skipped, encoder.encoded) == (0, 0, [], 20)
    assert second.files == first.files
    assert second.change is None
    assert truth(library) == kept


def test_a_file_that_was_moved_or_renamed_keeps_its_labels(
    library: Library, encoder: CountingEncoder, tmp_path: Path
) -> None:
    files = save_many(tmp_path / "here", 6)
    blue = category(library, "blue")
    ids = add(library, tmp_path).new
    label(library, ids, blue.id)
    shutil.move(tmp_path / "here", tmp_path / "there")
    (tmp_path / "there" / files[0].name).rename(tmp_path / "there" / "renamed.png")
    again = add(library, tmp_path)
    assert (len(again.new), again.encoded, encoder.encoded) == (0, 0, 6)
    assert sorted(again.files.values()) == list(ids)
    assert {image.path for image in library.store.images()} == set((tmp_path / "there").iterdir())
    assert [len(library.store.places(i)) for i in ids] == [1] * 6, "the old places are forgotten"
    assert len(library.store.labels()) == 6


def test_a_copy_is_the_same_picture_in_two_places(library: Library, encoder: CountingEncoder, tmp_path: Path) -> None:
    (file,) = save_many(tmp_path, 1)
    (image_id,) = add(library, tmp_path).new
    copy = shutil.copy(file, tmp_path / "copy.png")
    again = add(library, tmp_path)
    assert (len(again.new), encoder.encoded) == (0, 1)
    assert set(library.store.places(image_id)) == {file, copy}
    copy.unlink()
    file.rename(tmp_path / "elsewhere.png")
    add(library, tmp_path)
    assert library.store.places(image_id) == [tmp_path / "elsewhere.png"]


@pytest.mark.parametrize("copies", [3, 200])
def test_duplicates_within_one_add_are_one_picture_and_encoded_once(
    library: Library, encoder: CountingEncoder, tmp_path: Path, copies: int
) -> None:
    """Also those that are decoded ahead side by side, before the model has seen the first."""
    (file,) = save_many(tmp_path, 1)
    for i in range(copies):
        shutil.copy(file, tmp_path / f"copy {i}.png")
    done = add(library, tmp_path)
    assert len(done.new) == done.encoded == encoder.encoded == 1
    assert len(done.files) == copies + 1


def test_a_file_whose_content_changed_is_a_new_picture(library: Library, tmp_path: Path) -> None:
    blue = category(library, "blue")
    file = save_picture(tmp_path / "a.png", "blue", seed=1)
    (old,) = add(library, file).new
    label(library, [old], blue.id)
    save_picture(file, "red", seed=2)
    again = add(library, file)
    assert again.new
    assert list(again.new) != [old]
    assert again.files == {file: again.new[0]}
    was, now = library.store.images([old, *again.new])
    assert (was.path, now.path) == (None, file)
    assert [each.image_id for each in library.store.labels()] == [old], "the label stays with what was seen"
    library.undo()
    assert library.store.images([old])[0].path == file


def test_undo_of_an_add_and_the_same_add_again(library: Library, encoder: CountingEncoder, tmp_path: Path) -> None:
    save_many(tmp_path, 20)
    category(library, "blue")
    first = add(library, tmp_path)
    scores = columns(library)
    library.undo()
    assert library.store.images() == []
    again = add(library, tmp_path)
    assert list(again.files) == list(first.files)
    assert len(again.new) == 20
    assert (again.encoded, encoder.encoded) == (0, 20), "what was worked out is still at hand"
    assert columns(library) == scores


@pytest.fixture(scope="module")
def straight(pictures: list[Path]) -> list[float]:
    """What blue gives all pictures where nothing stops their add."""
    with in_memory() as library:
        blue = category(library, "blue")
        add(library, *pictures)
        return sorted(library.scores.column(blue.id).tolist())


@given(stop=st.integers(0, 12))
@examples(8)
def test_closing_midway_keeps_what_was_added_and_the_next_add_goes_on(
    pictures: list[Path], straight: list[float], stop: int
) -> None:
    encoder = CountingEncoder()
    with in_memory(encoder) as library:
        blue = category(library, "blue")
        verb = add_images(library, pictures)
        for _, _ in zip(range(stop), verb, strict=False):
            pass
        verb.close()
        kept = [image_id for image_id, _ in library.store.image_keys()]
        assert len(kept) % BATCH == 0, "a batch is kept whole or not at all"
        assert all(image.path in pictures for image in library.store.images())
        assert library.scores.read.all()
        assert len(library.history.done) == (2 if kept else 1)
        rest = add(library, *pictures)
        assert len(rest.new) == 40 - len(kept)
        assert len(rest.files) == 40
        assert encoder.encoded <= 40 + 64 - len(kept)
        assert len(library.scores.ids) == 40
        assert sorted(library.scores.column(blue.id).tolist()) == straight


def test_bad_files_are_left_out_with_a_sentence_and_the_rest_goes_on(library: Library, tmp_path: Path) -> None:
    good = save_many(tmp_path, 20)
    (tmp_path / "0000-empty.png").write_bytes(b"")
    (tmp_path / "0005-text.jpg").write_text("Dear Sir or Madam")
    (tmp_path / "0010-half.png").write_bytes(good[3].read_bytes()[:90])
    (tmp_path / "0015-folder.png").mkdir()
    (tmp_path / "0017-dangling.png").symlink_to(tmp_path / "nowhere.png")
    done = add(library, tmp_path, tmp_path / "missing.png")
    assert sorted(done.files) == good
    reasons = {item.path.name: item.reason for item in done.skipped}
    assert reasons.keys() == {"0000-empty.png", "0005-text.jpg", "0010-half.png", "0017-dangling.png", "missing.png"}
    for reason in reasons.values():
        assert reason
        assert "\n" not in reason
        assert "Error" not in reason
        assert len(reason) < 200
    assert reasons["0000-empty.png"] == "the file is empty"
    assert reasons["missing.png"] == "there is no such file or folder"


def test_a_file_that_vanishes_while_it_waits_is_left_out(library: Library, tmp_path: Path) -> None:
    files = save_many(tmp_path, 10)
    verb = add_images(library, files)
    next(verb)
    files[4].unlink()
    done = result(verb)
    assert [item.path for item in done.skipped] == [files[4]]
    assert len(done.new) == 9


def test_what_was_left_out_is_not_lost_when_the_work_is_stopped_and_the_next_add_goes_on_from_there(
    library: Library, encoder: CountingEncoder, tmp_path: Path
) -> None:
    save_many(tmp_path, 200)
    (tmp_path / "0000.png").write_text("no picture")
    so_far = Added()
    verb = add_images(library, [tmp_path], so_far=so_far, each_file=False)
    while next(verb).done < 20:
        pass
    verb.close()
    assert [item.path.name for item in so_far.skipped] == ["0000.png"]
    assert 20 <= len(so_far.new) + 1 == so_far.found + 1 < 100
    assert so_far.files == {}, "nobody asked for them"
    rest = add(library, tmp_path)
    assert (rest.known, len(rest.files)) == (len(so_far.new), 200)
    assert 200 <= encoder.encoded <= 200 + 2 * BATCH, "what was under way may be encoded again, and no more"


def test_loops_of_links_are_walked_once(library: Library, tmp_path: Path) -> None:
    save_many(tmp_path / "a" / "b", 3)
    (tmp_path / "a" / "b" / "up").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    done = add(library, tmp_path)
    assert len(done.new) == len(done.files) == 3


def test_hidden_files_and_the_folders_of_machines_are_left_out(library: Library, tmp_path: Path) -> None:
    for name in (".hidden", "@eaDir", "__MACOSX", "node_modules", "$RECYCLE.BIN", "good"):
        save_many(tmp_path / name, 1)
    save_picture(tmp_path / "._resource.png", "red")
    save_picture(tmp_path / ".thumb.png", "red")
    (tmp_path / "Thumbs.db").write_bytes(b"x")
    done = add(library, tmp_path)
    assert [path.parent.name for path in done.files] == ["good"]
    assert done.skipped == []


def test_a_hidden_file_that_is_named_is_taken(library: Library, tmp_path: Path) -> None:
    hidden = save_picture(tmp_path / ".hidden.png", "red")
    odd = hidden.rename(tmp_path / "no extension")
    assert list(add(library, odd).files) == [odd]


@linux
def test_names_that_are_no_text_are_names_all_the_same(library: Library, tmp_path: Path) -> None:
    (file,) = save_many(tmp_path, 1)
    for i, name in enumerate((b"caf\xe9.png", b"\xff\xfe.png", b"two\nlines.png", b"tab\there.png", b"a'b\"c.png")):
        save_picture(Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))), "blue", seed=100 + i)
    file.unlink()
    blue = category(library, "blue")
    done = add(library, tmp_path)
    assert len(done.new) == 5
    assert {image.path for image in library.store.images()} == set(tmp_path.iterdir())
    label(library, done.new, blue.id)
    assert not add(library, tmp_path).new
    kept = truth(library)
    library.undo(), library.undo()
    library.redo(), library.redo()
    assert truth(library) == kept
    result(label_images(library, only=tmp_path))


def test_a_missing_path_or_an_empty_folder_is_said_in_a_sentence(library: Library, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file or folder"):
        add(library, tmp_path / "missing")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput, match="There are no pictures in"):
        add(library, tmp_path / "empty")
    with pytest.raises(BadInput, match="There are no pictures"):
        add(library)
    assert library.history.done == []


def test_a_relative_path_and_a_whole_one_are_the_same_place(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_many(tmp_path, 2)
    monkeypatch.chdir(tmp_path)
    first = add(library, Path())
    assert set(first.files) == set(tmp_path.iterdir())
    assert not add(library, tmp_path / "x" / "..").new


@pytest.mark.parametrize("verb", ["add", "encode_missing"])
def test_a_cache_that_was_deleted_grows_back_with_the_labels_kept(tmp_path: Path, verb: str) -> None:
    save_many(tmp_path / "pictures", 20)
    home = tmp_path / "library"
    with opened(home) as library:
        blue = category(library, "blue")
        label(library, add(library, tmp_path / "pictures").new[:4], blue.id)
        before, scores = truth(library), columns(library)
    shutil.rmtree(home / "cache")
    encoder = CountingEncoder()
    with opened(home, encoder) as library:
        assert not library.scores.read.any()
        assert truth(library) == before
        done = add(library, tmp_path / "pictures") if verb == "add" else result(encode_missing(library))
        assert (done.encoded, encoder.encoded, len(done.new)) == (20, 20, 0)
        assert columns(library) == scores
        assert truth(library) == before
        assert all(library.thumbnails.get(image.hash) for image in library.store.images())
        assert library.history.done == [], "derived data is nothing to undo"


def test_pictures_whose_files_are_gone_stay_known_but_unread(tmp_path: Path) -> None:
    files = save_many(tmp_path / "pictures", 3)
    with opened(tmp_path / "library") as library:
        ids = add(library, *files).new
        blue = category(library, "blue")
        label(library, ids, blue.id)
    shutil.rmtree(tmp_path / "library" / "cache")
    files[1].unlink()
    with opened(tmp_path / "library") as library:
        done = result(encode_missing(library))
        assert [item.path for item in done.skipped] == [files[1]]
        assert library.scores.read.tolist() == [True, False, True]
        assert blue.id in {each.category_id for each in library.store.labels()}


def test_another_encoder_reads_the_pictures_anew_beside_the_first(tmp_path: Path) -> None:
    class Other(CountingEncoder):
        spec = dataclasses.replace(CountingEncoder.spec, id="colours@2")

    save_many(tmp_path / "pictures", 5)
    with opened(tmp_path / "library") as library:
        category(library, "blue")
        add(library, tmp_path / "pictures")
        scores = columns(library)
    other = Other()
    with opened(tmp_path / "library", other) as library:
        assert not library.scores.read.any()
        assert result(encode_missing(library)).encoded == other.encoded == 5
        assert columns(library) == scores
    back = CountingEncoder()
    with opened(tmp_path / "library", back) as library:
        assert columns(library) == scores
        assert back.encoded == 0


def test_an_embedding_of_another_length_is_read_anew(tmp_path: Path) -> None:
    (file,) = save_many(tmp_path / "pictures", 1)
    with opened(tmp_path / "library") as library:
        (image_id,) = add(library, file).new
        (image,) = library.store.images([image_id])
        library.embeddings.put(library.spec.id, {image.hash: np.zeros(5, np.float32)})
    with opened(tmp_path / "library") as library:
        assert not library.scores.read.any()
        result(encode_missing(library))
        assert library.scores.read.all()


# Examples ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("accepted", [True, False])
def test_examples_are_added_and_labelled_in_one_step(library: Library, pictures: list[Path], accepted: bool) -> None:
    add(library, *pictures[:10])
    blue = category(library, "blue")
    before = truth(library)
    done = result(add_examples(library, blue.id, pictures[5:25], accepted=accepted))
    assert len(done.new) == 15
    assert done.change is not None
    assert done.change.tables == {"image", "place", "label"}
    blue = library.store.category(blue.id)
    assert (blue.accepted, blue.rejected) == ((20, 0) if accepted else (0, 20))
    library.undo()
    assert truth(library) == before


def test_examples_that_the_library_knows_are_labelled_too(library: Library, pictures: list[Path]) -> None:
    ids = add(library, *pictures[:4]).new
    blue = category(library, "blue")
    done = result(add_examples(library, blue.id, pictures[:4]))
    assert (len(done.new), done.encoded) == (0, 0)
    assert {each.image_id for each in library.store.labels()} == set(ids)


def test_examples_of_a_category_that_is_gone_are_refused(library: Library, pictures: list[Path]) -> None:
    with pytest.raises(NotFound):
        result(add_examples(library, 77, pictures))
    assert library.history.done == []


@pytest.mark.parametrize("gone", ["category", "pictures"])
def test_what_was_taken_back_while_examples_were_read_is_said_in_a_sentence(
    library: Library, pictures: list[Path], gone: str
) -> None:
    blue = category(library, "blue")
    verb = add_examples(library, blue.id, pictures)
    while not library.store.image_keys():
        next(verb)
    if gone == "category":
        remove_category(library, blue.id)
        with pytest.raises(NotFound):
            result(verb)
    else:
        library.undo()
        result(verb)
        assert {each.image_id for each in library.store.labels()} == {i for i, _ in library.store.image_keys()}
    while library.undo():
        pass
    assert truth(library) == b""
