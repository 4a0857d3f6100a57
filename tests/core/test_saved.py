"""Searches are kept under a name, and come back as they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.helpers import add, category, opened, truth

from nomina import schema
from nomina.categories import remove_category
from nomina.domain import Origin, State
from nomina.errors import BadInput, NotFound
from nomina.evaluate.product import taken_back
from nomina.library import Library
from nomina.pages import Show, page
from nomina.saved import forget_search, save_search, saved_searches
from nomina.schema import DATABASE
from nomina.sqlite import open_database

WISHES = st.fixed_dictionaries(
    {"name": st.sampled_from(["img", "Ä 7"])},
    optional={
        "state": st.sampled_from(list(State)),
        "origin": st.sampled_from(list(Origin)),
        "search": st.sampled_from(["red", Path("/else/where.png")]),
        "folder": st.sampled_from([Path("/pictures/2003"), Path("/pictures/\udcff")]),
        "since": st.dates(date(1900, 1, 1)),
        "until": st.dates(date(1900, 1, 1)),
    },
)


@given(wish=WISHES)
def test_a_search_comes_back_as_it_was(library: Library, wish: dict[str, object]) -> None:
    with taken_back(library):
        save_search(library, "mine", Show(reverse=True, together=True, **wish))  # type: ignore[arg-type]
        (saved,) = saved_searches(library)
        assert (saved.name, saved.show) == ("mine", Show(**wish))  # type: ignore[arg-type]


def test_saving_and_forgetting_is_undone(library: Library) -> None:
    before = truth(library)
    save_search(library, "Open ones", Show(state=State.UNSURE))
    save_search(library, "open  ONES", Show(state=State.NONE))
    (saved,) = saved_searches(library)
    assert (saved.name, saved.show.state) == ("open ONES", State.NONE), "a name means one search"
    change = forget_search(library, saved.id)
    assert (change.name, change.tables) == ("Forget the search “open ONES”", {"saved_search"})
    assert saved_searches(library) == ()
    library.undo()
    assert saved_searches(library) == (saved,)
    for _ in range(2):
        library.undo()
    assert truth(library) == before
    with pytest.raises(NotFound):
        forget_search(library, saved.id)


def test_a_search_for_a_category_goes_with_it_and_comes_back_with_it(library: Library, pictures: list[Path]) -> None:
    add(library, *pictures)
    red = category(library, "red")
    save_search(library, "reds to check", Show(category_id=red.id, state=State.LIKELY))
    found = page(library, saved_searches(library)[0].show)
    assert found.ids[0] == 1
    assert found.count == page(library).by_state[State.LIKELY]
    remove_category(library, red.id)
    assert saved_searches(library) == ()
    library.undo()
    assert saved_searches(library)[0].show == Show(category_id=red.id, state=State.LIKELY)


def test_a_library_from_before_has_none_and_keeps_all(tmp_path: Path) -> None:
    db = open_database(tmp_path / DATABASE, durable=True)
    schema.migrations.apply(db, stop_before="0008_saved_searches")
    db.execute("insert into category(id, name, key) values (1, 'heron', 'heron')")
    db.conn.commit()
    db.close()
    with opened(tmp_path) as library:
        assert saved_searches(library) == ()
        assert [each.name for each in library.store.categories()] == ["heron"]
        save_search(library, "herons", Show(category_id=1))
    assert len(list((tmp_path / "backups").iterdir())) == 1


@pytest.mark.parametrize("show", [Show(), Show(among=(1, 2), called="two"), Show(copies_of=1), Show(run_id=1)])
def test_what_is_no_search_is_not_saved(library: Library, show: Show) -> None:
    with pytest.raises(BadInput):
        save_search(library, "mine", show)
    with pytest.raises(BadInput, match="name is empty"):
        save_search(library, " ", Show(name="x"))
    assert saved_searches(library) == ()
