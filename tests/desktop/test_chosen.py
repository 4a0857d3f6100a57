"""What is chosen is shown: pictures under a name, the card of a category."""

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


def test_the_card_of_a_category_comes_forward_when_it_is_chosen_again(full):
    card, pictures, red = full.window.category_card, full.window.picture_card, full.session.categories[0].id
    full.session.choose(red)
    assert card.isVisible()
    full.window.cards.show_card(pictures)
    full.session.choose(red)
    assert card.isVisible()


def test_in_an_empty_library_the_keyboard_is_on_what_helps(desk):
    assert desk.session.snapshot.total == 0
    assert desk.window.gallery._empty.add.hasFocus()
