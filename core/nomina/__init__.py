"""Nomina sorts pictures into categories that a person names or shows. This is its public door.

Names are looked up on first use (PEP 562), so that a window can be on the screen before numpy and SQLite are loaded.
"""

from __future__ import annotations

import importlib
from typing import Any

_HOMES = {
    "nomina.particulars": "About about",
    "nomina.adapt": "Refinement learn_reference measure_refinement references refine use_reference wants_learning",
    "nomina.alike": "LookAlikes look_alikes nearest_labelled",
    "nomina.answer": "Predictions predict prediction_sets",
    "nomina.backups": "Backup Contents Occasion backups_of look_into restore_backup",
    "nomina.calibrate": "Coverage LeftOut Thresholds coverage leave_one_out thresholds",
    "nomina.categories": "add_category add_path category_named change_category mark_category move_category"
    " order_category remove_category",
    "nomina.check": "Checked Trouble check_library",
    "nomina.confidence": "STATES sure_of",
    "nomina.doctor": "Diagnosis Fault Finding diagnose",
    "nomina.domain": "Category Change EncoderSpec Facts Image Label Learned Origin Progress Run Skipped State Watched",
    "nomina.duplicates": "Disagreement DuplicateGroup Duplicates Spread keep_duplicates labels_to_spread"
    " near_duplicates spread_labels",
    "nomina.encoders.catalog": "Listed best_at_hand describe_encoders encoder_in",
    "nomina.encoders.paces": "Pace measured_paces",
    "nomina.encoders.supply": "fetch_encoder measure_encoder remove_encoder time_encoder",
    "nomina.encoders.host": "EncoderHost LocalHost",
    "nomina.encoders.process": "ProcessHost start_host",
    "nomina.errors": "BadInput BadPicture EncoderError LibraryBusy LibraryError LibraryTooNew NominaError NotALibrary"
    " NotFound WeightsMissing of_the_machine",
    "nomina.evaluate": "Plan evaluate_folder",
    "nomina.export": "ExportPlan ExportPreview Exported MovedBack PlannedFile WhichLabels export_images export_labels"
    " formats preview_export undo_moves",
    "nomina.filters": "AllFacts all_facts by_camera facts_of in_box in_folder taken_between",
    "nomina.folders": "FolderCount folders_of pictures_at",
    "nomina.hierarchy": "above path_of walk",
    "nomina.opening": "open_picture",
    "nomina.imports": "ImportPlan Imported SameName Several Take import_formats import_labels",
    "nomina.ingest": "Added add_examples add_images encode_missing",
    "nomina.insight": "Bin Confusion Insights Tally insights",
    "nomina.mislabelled": "LabelError Quality label_errors label_report",
    "nomina.places": "Place",
    "nomina.plane": "PictureMap picture_map",
    "nomina.unfolded": "kept_unfolded_map unfolded_map",
    "nomina.nothing": "accept none_of_these",
    "nomina.rate": "Rate",
    "nomina.rehearsal": "Preview Rehearsal preview rehearse_category",
    "nomina.reshape": "category_of category_of_folder merge_categories split_category",
    "nomina.circumstances": "Circumstance Spoken",
    "nomina.priors": "Counted Worth circumstances_counted count_circumstances ignore_circumstances"
    " worth_of_circumstances",
    "nomina.review": "Accuracy Question Reason accuracy_estimate review_queue",
    "nomina.nearest": "Hit Sought search sought",
    "nomina.pages": "Order Page Show page unread_page",
    "nomina.runs": "Foreseen Labelled foresee_run label_images roll_back",
    "nomina.library": "Library create_library open_library temporary_library",
    "nomina.samples": "DEMO_CATEGORIES sample_pictures",
    "nomina.saved": "SavedSearch forget_search save_search saved_searches",
    "nomina.shards.cluster": "Cluster",
    "nomina.shards.embed": "Embedded embed_folder",
    "nomina.shards.take": "add_embeddings",
    "nomina.settings": "SETTINGS Setting Settings",
    "nomina.switch": "Comparison compare_encoder switch_encoder",
    "nomina.teach": "allow_several forget_given label reject settle surplus_labels unlabel",
    "nomina.thumbnails": "Thumbnails",
    "nomina.video": "Frames",
    "nomina.why": "Explanation Opinion Ranked Vote explain opinion",
    "nomina.watch": "TakenIn take_in unwatch_folder watch_folder",
    "nomina.watching": "Watcher",
    "nomina.wording": "Wording rank_wordings told_by_files",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = list(_HOME_OF)


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'nomina' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME_OF[name]), name)
