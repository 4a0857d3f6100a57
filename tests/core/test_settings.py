"""Preferences: only what differs is written, and a broken file costs nothing but the preferences in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nomina.errors import BadInput
from nomina.settings import SETTINGS, Settings
from nomina.walking import AS_USUAL

text = st.text(max_size=30)
names = st.lists(text.filter(lambda name: not {"/", "\\"} & set(name))).map("\n".join)
values = st.fixed_dictionaries(
    {
        setting.key: st.sampled_from(setting.choices) if setting.choices else names if setting.many else text
        for setting in SETTINGS
    }
)


@given(values)
def test_what_is_set_is_got_and_only_what_differs_is_written(
    tmp_path_factory: pytest.TempPathFactory, chosen: dict[str, str]
) -> None:
    file = tmp_path_factory.mktemp("settings") / "new folder" / "settings.json"
    for key, value in chosen.items():
        Settings(file).set(key, value)
    assert {key: Settings(file).get(key) for key in chosen} == chosen
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written == {s.key: chosen[s.key] for s in SETTINGS if chosen[s.key] != s.default}
    for setting in SETTINGS:
        Settings(file).set(setting.key, setting.default)
    assert json.loads(file.read_text(encoding="utf-8")) == {}


def test_without_a_file_there_are_defaults_and_nothing_is_written(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert [settings.get(setting.key) for setting in SETTINGS] == [setting.default for setting in SETTINGS]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"{", b"", b"[1, 2]", b"\xff\xfe", b'"text"', b"null"])
def test_a_broken_file_is_set_aside_and_not_overwritten(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    settings = Settings(file)
    assert settings.get("device") == "auto"
    settings.set("device", "cpu")
    assert Settings(file).get("device") == "cpu"
    (aside,) = set(tmp_path.iterdir()) - {file}
    assert aside.read_bytes() == content


def test_what_a_newer_nomina_wrote_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text('{"device": "quantum", "of_tomorrow": "yes", "encoder": 7}')
    settings = Settings(file)
    assert settings.get("device") == "auto", "no choice of ours"
    assert settings.get("encoder") == "auto"
    settings.set("appearance", "dark")
    assert json.loads(file.read_text())["of_tomorrow"] == "yes"


def test_names_that_are_left_out_are_a_line_each(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    assert settings.sieve() == AS_USUAL
    settings.set("exclude", " RAW \n\n*.psd\n")
    settings.set("include", ".*")
    sieve = settings.sieve()
    assert settings.names("exclude") == ("RAW", "*.psd")
    assert [sieve.leaves_out(name) for name in ("raw", "a.PSD", "@eaDir", ".hidden", "a.png")] == [
        *(True, True, True),
        *(False, False),
    ]
    with pytest.raises(BadInput, match="“2019/RAW” is a path"):
        settings.set("exclude", "RAW\n2019/RAW")
    assert settings.names("exclude") == ("RAW", "*.psd")


def test_what_is_no_choice_is_said_in_a_sentence(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(BadInput, match="“quantum” is no choice for device") as caught:
        settings.set("device", "quantum")
    assert "cuda" in caught.value.hint
    for act in (lambda: settings.get("colour"), lambda: settings.set("colour", "red")):
        with pytest.raises(BadInput, match="There is no setting “colour”"):
            act()
    assert list(tmp_path.iterdir()) == []


def test_by_default_the_file_lies_in_the_users_config_folder() -> None:
    assert Settings().file.name == "settings.json"
    assert "nomina" in Settings().file.parts[-2]
