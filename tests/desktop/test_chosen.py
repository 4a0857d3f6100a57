"""A view may have pictures of its choice shown in the gallery, under a name."""

from __future__ import annotations


def test_chosen_pictures_are_shown_under_their_name(full):
    ids = [full.grid.pictures.id(row) for row in (5, 1)]
    full.session.show_only(among=tuple(ids), called="Two of them")
    full.settle()
    assert [full.grid.pictures.id(row) for row in range(2)] == ids
    assert full.window.gallery._title.text() == "Two of them"
    full.act("all")
    full.settle()
    assert full.grid.pictures.rowCount() == 6
