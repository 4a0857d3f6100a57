"""A big folder is encoded in shards, and taken in as if it had been added: to the last bit, whoever did which shard."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.core.helpers import CountingEncoder, add, category, columns, opened, result, save_many, truth
from tests.core.plugged_encoders import GREY, write_plug_in

from nomina.domain import Rows, Skipped
from nomina.encoders.host import EncoderHost, LocalHost
from nomina.encoders.tuning import Wish, tuned
from nomina.errors import BadInput, EncoderError
from nomina.library import Library
from nomina.samples import sample_pictures
from nomina.shards.cluster import Cluster
from nomina.shards.embed import Embedded, embed_folder
from nomina.shards.parquet import file_of, read_shard
from nomina.shards.plan import read_plan
from nomina.shards.store import ShardStore
from nomina.shards.take import add_embeddings
from nomina.teach import label
from nomina.testing import save_picture

pytest.importorskip("pyarrow")


class Starter:
    """Starts hosts of one encoder, as `start_host` does."""

    def __init__(self, encoder: CountingEncoder | None = None) -> None:
        self.encoder = encoder or CountingEncoder()

    def __call__(self, choice: str, device: str, precision: str) -> EncoderHost:
        assert precision == "fp32"
        assert os.environ["OMP_NUM_THREADS"] == "1"
        return LocalHost(lambda: self.encoder)


def embed(source: object, target: object, start: Starter, size: int = 16) -> Embedded:
    return result(embed_folder(str(source), str(target), "colours", "cpu", size=size, start=start))


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Sixty pictures in folders, with a copy of one in a later shard, what is no picture, and an odd name."""
    folder = tmp_path / "pictures"
    save_many(folder / "a", 30)
    save_many(folder / "b", 26, first=30)
    shutil.copy(folder / "a" / "0003-yellow.png", folder / "b" / "copy.png")
    (folder / "b" / "bad.jpg").write_bytes(b"no picture")
    (folder / "b" / "empty.png").touch()
    shutil.copy(folder / "a" / "0004-magenta.png", os.fsencode(folder) + b"/b/\xff.png")
    return folder


def rows_of(library: Library) -> Rows:
    """The rows of all pictures, in the order of their hashes."""
    hashes = sorted(hash for _, hash in library.store.image_keys())
    rows, found = library.embeddings.get(library.spec.id, hashes, library.spec.dimension)
    assert found.all()
    return rows


def places_of(library: Library) -> list[tuple[int, str]]:
    """Which image lies where."""
    places = library.store.places_after()
    return list(zip(places.image_ids.tolist(), places.paths, strict=True))


def told(library: Library) -> tuple[object, ...]:
    """All that an add leaves behind, but for when it was."""
    keys = library.store.image_keys()
    hashes = [hash for _, hash in keys]
    tables = re.sub(rb"'\d{4}-\d\d-\d\dT[^']*'", b"then", truth(library))
    derived = [(library.thumbnails.get(hash), library.facts.get(hash)) for hash in hashes]
    return keys, places_of(library), tables, rows_of(library).tobytes(), derived, columns(library)


def test_what_shards_give_is_what_an_add_gives_to_the_last_bit(pictures: Path, tmp_path: Path) -> None:
    start = Starter()
    done = embed(pictures, tmp_path / "shards", start)
    assert (done.plan.files, done.shards, done.pictures, done.skipped) == (60, 4, 58, 2)
    with opened(tmp_path / "plain") as plain, opened(tmp_path / "taken") as taken:
        there = add(plain, pictures)
        here = result(add_embeddings(taken, str(tmp_path / "shards")))
        assert (here.new, here.encoded, here.files) == (there.new, there.encoded, there.files)
        assert sorted(here.skipped, key=str) == sorted(there.skipped, key=str)
        assert {item.reason for item in here.skipped} == {
            "it is not a picture that Nomina can read",
            "the file is empty",
        }
        for library in (plain, taken):
            red = category(library, "red")
            label(library, [here.new[0]], red.id)
            category(library, "wall", words=False)
        assert told(taken) == told(plain), "learned at 50 pictures, too"
        for _ in range(3):
            taken.undo()
        before = truth(taken)
        change = taken.undo()
        assert change is not None
        assert change.name == "Add 60 pictures"
        assert (taken.store.image_keys(), taken.store.references(taken.spec.id)) == ([], [])
        taken.redo()
        assert truth(taken) == before, "one step, back and forth"
        again = result(add_embeddings(taken, str(tmp_path / "shards")))
        assert (len(again.new), again.encoded, again.change, len(again.files)) == (0, 0, None, 58)
        assert add(taken, pictures).encoded == 0, "and an add finds nothing new"


def test_a_second_run_encodes_what_is_missing_and_no_more(pictures: Path, tmp_path: Path) -> None:
    target, start = tmp_path / "shards", Starter()
    stopped = embed_folder(str(pictures), str(target), "colours", "cpu", size=16, start=start)
    while not (target / file_of(1)).exists():
        next(stopped)
    stopped.close()
    kept = {shard: (target / file_of(shard)).read_bytes() for shard in (0, 1)}
    assert not list(target.rglob("*.part"))
    with opened(tmp_path / "library") as library:
        with pytest.raises(BadInput, match="is not finished: 2 of 4 shards are missing") as caught:
            result(add_embeddings(library, str(target)))
        assert caught.value.hint == f"Go on with it: nomina embed {pictures} --to {target}"
        assert library.store.image_keys() == []
        encoded = start.encoder.encoded
        done = embed(pictures, target, start, size=999)
        assert (done.before, done.shards, done.plan.size) == (2, 2, 16), "the plan stands"
        assert start.encoder.encoded - encoded == 26
        assert {shard: (target / file_of(shard)).read_bytes() for shard in kept} == kept
        assert embed(pictures, target, start).shards == 0
        # what comes or changes later is a list of its own
        changed = save_picture(pictures / "a" / "0003-yellow.png", "blue", seed=99, size=(8, 6))
        save_picture(pictures / "c.png", "red", seed=100)
        encoded = start.encoder.encoded
        assert embed(pictures, target, start).pictures == start.encoder.encoded - encoded == 2
        added = result(add_embeddings(library, str(target)))
        image = library.store.images([added.files[changed]])[0]
        assert (image.path, len(library.store.image_keys())) == (changed, 58)


def test_pictures_and_shards_may_lie_in_an_object_store(pictures: Path, tmp_path: Path) -> None:
    fs = pytest.importorskip("fsspec").filesystem("memory")
    odd = Path(os.fsdecode(os.fsencode(pictures) + b"/b/\xff.png"))
    odd.unlink()  # such a name an object store does not have
    (pictures / ".hidden.png").touch()
    fs.put(str(pictures), "/bucket/pictures", recursive=True)
    try:
        start = Starter()
        assert embed("memory://bucket/pictures", "memory://bucket/shards", start).pictures == 57
        assert embed(pictures, tmp_path / "shards", start).pictures == 57
        with opened(tmp_path / "far") as far, opened(tmp_path / "near") as near:
            with pytest.raises(BadInput, match="which is no folder of this machine") as caught:
                result(add_embeddings(far, "memory://bucket/shards"))
            assert "--root" in caught.value.hint
            added = result(add_embeddings(far, "memory://bucket/shards", root=pictures))
            result(add_embeddings(near, str(tmp_path / "shards")))
            left_out = {pictures / ".hidden.png", *(item.path for item in added.skipped)}
            assert set(added.files) == set(pictures.rglob("*.*g")) - left_out
            assert rows_of(far).tobytes() == rows_of(near).tobytes()
        fs.rm("/bucket/pictures", recursive=True)
        with pytest.raises(BadInput, match="There is nothing at “memory://bucket/pictures”"):
            embed("memory://bucket/pictures", "memory://bucket/shards", start)
    finally:
        fs.rm("/bucket", recursive=True)


def test_what_does_not_fit_is_refused_in_a_sentence(pictures: Path, tmp_path: Path) -> None:
    target, start = tmp_path / "shards", Starter()
    embed(pictures, target, start)
    other = CountingEncoder()
    other.spec = replace(other.spec, id="colours@2")
    with opened(tmp_path / "library", other) as library:
        with pytest.raises(
            BadInput, match=r"by “Colours .* \(colours@1\), and the encoder at work is .* \(colours@2\)"
        ):
            result(add_embeddings(library, str(target)))
        with pytest.raises(BadInput, match="holds no embeddings"):
            result(add_embeddings(library, str(pictures)))
    with pytest.raises(BadInput, match=r"\(colours@1\), and the encoder at work"):
        result(embed_folder(str(pictures), str(target), "others", "cpu", start=Starter(other)))
    with pytest.raises(BadInput, match="holds embeddings of"):
        embed(pictures / "a", target, start)
    with pytest.raises(BadInput, match="There is no folder"):
        embed(tmp_path / "nowhere", target, start)
    (tmp_path / "void").mkdir()
    with pytest.raises(BadInput, match="There are no pictures in"):
        embed(tmp_path / "void", tmp_path / "other", start)
    with pytest.raises(BadInput, match="cannot be reached"):
        embed("nosuchthing://x", target, start)
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match="cannot be written"):
        embed(pictures, tmp_path / "file" / "shards", start)
    shard = target / file_of(2)
    data = bytearray(shard.read_bytes())
    data[len(data) // 2] ^= 0xFF
    shard.write_bytes(data)
    with opened(tmp_path / "library") as library:
        with pytest.raises(BadInput, match=r"000002.parquet” is missing or damaged") as caught:
            result(add_embeddings(library, str(target)))
        assert caught.value.hint.startswith("Remove it")
    (target / "plan.json").write_text(json.dumps({"format": 2}))
    with pytest.raises(BadInput, match="written by another Nomina"):
        embed(pictures, target, start)
    (target / "plan.json").write_text("{")
    with pytest.raises(BadInput, match=r"plan.json” is damaged"):
        embed(pictures, target, start)


def test_a_disk_that_goes_away_is_no_folder_of_bad_pictures(pictures: Path, tmp_path: Path) -> None:
    """A picture that cannot be read is left out for good; a shard of which none can be seen is not finished."""
    target, start = tmp_path / "shards", Starter()
    run = embed_folder(str(pictures), str(target), "colours", "cpu", size=16, start=start)
    while not (target / file_of(0)).exists():
        next(run)
    away = pictures.rename(tmp_path / "away")
    with pytest.raises(BadInput, match="cannot be reached"):
        list(run)
    away.rename(pictures)
    embed(pictures, target, start)
    store = ShardStore(str(target))
    plan = read_plan(store)
    assert plan is not None
    everything = [item for shard in range(plan.shards) for item in read_shard(store, plan, shard, pictures)]
    assert sorted(item.path.name for item in everything if isinstance(item, Skipped)) == ["bad.jpg", "empty.png"]


def test_a_cluster_that_is_not_there_is_said_and_so_is_ray_that_is_not_installed(
    pictures: Path, tmp_path: Path
) -> None:
    said = "Ray is not installed" if importlib.util.find_spec("ray") is None else "There is no Ray cluster at"
    verb = embed_folder(
        str(pictures), str(tmp_path / "shards"), "colours", "cpu", cluster=Cluster("127.0.0.1:1"), start=Starter()
    )
    with pytest.raises(BadInput, match=said) as caught:
        list(verb)
    assert caught.value.hint


def test_what_a_worker_left_behind_that_was_killed_is_swept_away_at_the_end(pictures: Path, tmp_path: Path) -> None:
    target, start = tmp_path / "shards", Starter()
    (target / "shards").mkdir(parents=True)
    (target / "shards" / ".000001.parquet.1f.part").write_bytes(b"half a shard")
    embed(pictures, target, start)
    assert sorted(file.name for file in (target / "shards").iterdir()) == [f"{n:06}.parquet" for n in range(4)]


def test_a_precision_is_named_and_never_mixed(pictures: Path, tmp_path: Path) -> None:
    """Without a word it is fp32, whatever the machine finds fastest; one that cannot be had is no other one."""
    target, start = tmp_path / "shards", Starter()
    embed(pictures, target, start)
    plan = read_plan(ShardStore(str(target)))
    assert plan is not None
    assert plan.precision == "fp32"
    with pytest.raises(BadInput, match="holds embeddings in fp32"):
        result(embed_folder(str(pictures), str(target), "colours", "cpu", precision="bf16", start=start))
    with pytest.raises(EncoderError, match="cannot run in bf16 here: it has one way to run"):
        tuned(start.encoder, Wish("bf16", as_written=True))
    assert tuned(start.encoder, Wish("fp32", as_written=True)) is start.encoder


def prove(folder: Path, *options: str, path: Path | None = None) -> str:
    """Run tests/proofs/cluster.py on the pictures of a folder; returns what it said."""
    root = Path(__file__).parents[2]
    layers = os.pathsep.join(map(str, [*([path] if path else []), root / "core", *sys.path]))
    proof = root / "tests" / "proofs" / "cluster.py"
    done = subprocess.run(
        [sys.executable, str(proof), str(folder), *options],
        env=os.environ | {"PYTHONPATH": layers},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout


def test_two_workers_of_a_real_cluster_one_of_them_killed_make_what_one_machine_makes(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    save_many(tmp_path / "pictures", 40)
    encoder = write_plug_in(tmp_path / "layer", "grey", GREY)
    said = prove(tmp_path / "pictures", "--encoder", encoder, "--short", path=tmp_path / "layer")
    assert said.count("equal to the last bit: 5 shards") == 1


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_makes_what_one_machine_makes(tmp_path: Path) -> None:
    """See tests/proofs/cluster.py; minutes of the starter on two cores."""
    pytest.importorskip("ray")
    for sample in sample_pictures():
        shutil.copy(sample.path, tmp_path)
    assert prove(tmp_path).count("equal to the last bit") == 3
