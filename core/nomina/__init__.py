"""Nomina sorts pictures into categories that a person names or shows. This is its public door.

Names are looked up on first use (PEP 562), so that a window can be on the screen before numpy and SQLite are loaded.
"""

from __future__ import annotations

import importlib
from typing import Any

_HOMES = {
    "nomina.answer": "Hit Order Page Predictions Show page predict search unread_page",
    "nomina.confidence": "STATES",
    "nomina.domain": "Category Change EncoderSpec Image Label Origin Progress Run Skipped State",
    "nomina.encoders.catalog": "describe_encoders",
    "nomina.encoders.host": "EncoderHost LocalHost",
    "nomina.encoders.process": "ProcessHost start_host",
    "nomina.errors": "BadInput BadPicture EncoderError LibraryBusy LibraryError LibraryTooNew NominaError NotALibrary"
    " NotFound WeightsMissing",
    "nomina.evaluate": "Accuracy evaluate_folder",
    "nomina.export": "export_labels formats",
    "nomina.ingest": "Added add_examples add_images encode_missing",
    "nomina.runs": "Labelled label_images roll_back",
    "nomina.library": "Library create_library open_library temporary_library",
    "nomina.samples": "DEMO_CATEGORIES sample_pictures",
    "nomina.settings": "SETTINGS Setting Settings",
    "nomina.teach": "add_category category_named change_category label reject remove_category unlabel",
    "nomina.thumbnails": "Thumbnails",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = list(_HOME_OF)


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'nomina' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME_OF[name]), name)
