"""The window speaks the person's language, and what the core says is looked up with its values in it."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale

import nomina
from nomina_desktop.actions import ACTIONS, MENUS
from nomina_desktop.resources import assets
from nomina_desktop.words import number, said, speak, tr

ROOT = Path(__file__).parents[2]
VALUE = re.compile(r"\{\w*\}|%L?n")


@pytest.fixture
def german(qapp):
    speak(qapp, "de")
    yield
    speak(qapp, "en")


def test_english_knows_one_and_many(qapp):
    speak(qapp, "en")
    assert tr("%Ln picture(s)", None, 1) == "1 picture"
    assert tr("%Ln picture(s)", None, 1532) == "1,532 pictures"


def test_german_is_spoken_with_its_plurals_and_numbers(german):
    assert tr("Undo") == "Rückgängig"
    assert tr("%Ln picture(s)", None, 1) == "1 Bild"
    assert tr("%Ln picture(s)", None, 1532) == "1.532 Bilder"
    assert number(1532) == "1.532"


def test_what_the_core_says_is_translated_with_its_values(german):
    assert said("There is no encoder “duck”.") == "Es gibt keinen Encoder „duck“."
    assert said("Merge “fox” into “red fox”") == "„fox“ in „red fox“ aufnehmen"
    assert said("Label 1,532 pictures “Imported”") == "1.532 Bilder als „Imported“ zuordnen"
    assert said("“a.jpg” was not read: the file is empty.") == "„a.jpg“ wurde nicht gelesen: die Datei ist leer."
    assert said("A sentence that nobody says.") == "A sentence that nobody says."


def test_english_leaves_the_core_as_it_is(qapp):
    speak(qapp, "en")
    assert said("There is no encoder “duck”.") == "There is no encoder “duck”."


def test_a_language_that_is_not_there_is_english(qapp):
    speak(qapp, "eo")
    assert QLocale().language() == QLocale.Language.English
    assert tr("Undo") == "Undo"


def test_menus_states_and_the_tables_of_the_core_are_german(german):
    assert [action.text for action in ACTIONS if action.id in ("review", "label_9")] == [
        "Durchsicht",
        "Ausgewählte Bilder der Kategorie 9 zuordnen",
    ]
    assert [tr(menu) for menu in MENUS][:2] == ["Datei", "Bearbeiten"]
    english = [setting.label for setting in nomina.SETTINGS] + [made.title for made in nomina.formats().values()]
    assert {text for text in english if said(text) == text} <= {
        "Encoder",
        "Embeddings",
        "COCO, JSON",
        "CVAT for images 1.1",
        "Hugging Face imagefolder",
        "Videos",
    }


def messages(language):
    """(text, [forms]) of a language."""
    for message in ElementTree.parse(assets() / "words" / f"nomina_{language}.ts").iter("message"):
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        yield message.findtext("source"), forms, translation.get("type")


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_text_is_translated_and_keeps_its_values(language):
    wrong = []
    for text, forms, state in messages(language):
        kept = all(sorted(set(VALUE.findall(form))) == sorted(set(VALUE.findall(text))) for form in forms)
        one = all(set(VALUE.findall(form)) | {"%Ln"} >= set(VALUE.findall(text)) for form in forms)
        if state == "unfinished" or not all(forms) or not (kept or ("%Ln" in text and one)):
            wrong.append(text)
    assert wrong == []


def test_the_words_are_those_that_the_sources_say(monkeypatch):
    """Else: python packaging/words.py, and translate what is new."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    spec = importlib.util.spec_from_file_location("words_tool", ROOT / "packaging" / "words.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    sys.modules.pop("core_sentences", None)
    assert [sentence for language in tool.LANGUAGES for sentence in tool.stale(language)] == []
