"""What each action does: it asks the person where that is needed, and acts. A file a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from keyword import iskeyword

from nomina_desktop.actions import ACTIONS, KEYS, Action, changed_keys
from nomina_desktop.commands.categories import CategoryCommands
from nomina_desktop.commands.circumstances import CircumstanceCommands
from nomina_desktop.commands.edit import EditCommands
from nomina_desktop.commands.encoders import EncoderCommands
from nomina_desktop.commands.file import FileCommands
from nomina_desktop.commands.help import HelpCommands
from nomina_desktop.commands.menu import Tools
from nomina_desktop.commands.pictures import PictureCommands
from nomina_desktop.commands.review import ReviewCommands
from nomina_desktop.commands.runs import RunCommands
from nomina_desktop.commands.view import ViewCommands

__all__ = ["Commands", "Tools"]

MENUS = (
    FileCommands,
    EditCommands,
    EncoderCommands,
    RunCommands,
    PictureCommands,
    CategoryCommands,
    CircumstanceCommands,
    ReviewCommands,
    ViewCommands,
    HelpCommands,
)


class Commands:
    """The handlers of the action table: each action is a method of its menu, named as its id.

    One of a choice (appearance: light, dark) is a call of the choice's method with the action's id.

    Attributes:
        handlers: what each action does, by its id.
        guide: leads through the tutorial.
    """

    def __init__(self, tools: Tools) -> None:
        """Handle the actions of this window."""
        self._session, self._actions = tools.session, tools.window.actions_
        self._review = tools.window.review
        self._menus = [menu(tools) for menu in MENUS]
        self.guide = next(menu.guide for menu in self._menus if isinstance(menu, HelpCommands))
        self.handlers = {action.id: self._handler(action) for action in ACTIONS}
        self._actions.bind(self.handlers)
        self._actions.use_keys(changed_keys(tools.settings.get("keys")))
        self._actions[tools.settings.get("appearance")].setChecked(True)
        self._session.changed.connect(self._allow)
        self._session.selected.connect(self._allow)
        self._allow()

    def _handler(self, action: Action) -> Callable[[], None]:
        """What an action does: what the view that is looked at makes of it, or else what it does everywhere."""
        plain = self._plain(action)

        def handle() -> None:
            here = self._review.does if self._session.view == "review" else {}
            here.get(action.id, plain)()

        return handle

    def _plain(self, action: Action) -> Callable[[], None]:
        if action in KEYS:
            return partial(self._method("label_as"), KEYS.index(action) + 1)
        return partial(self._method(action.choice), action.id) if action.choice else self._method(action.id)

    def _method(self, name: str) -> Callable[..., None]:
        name = f"{name}_" if iskeyword(name) else name
        return next(getattr(menu, name) for menu in self._menus if hasattr(menu, name))

    def _allow(self, _: object = None) -> None:
        self._actions.allow(self.facts())
        self._actions[self._session.view].setChecked(True)

    def facts(self) -> frozenset[str]:
        """What is so just now; an action is enabled when what it needs is among these."""
        snapshot = self._session.snapshot
        facts = {
            "library": snapshot is not None,
            "pictures": snapshot is not None and snapshot.total > 0,
            "categories": snapshot is not None and bool(snapshot.page.categories),
            "undo": snapshot is not None and bool(snapshot.undo),
            "redo": snapshot is not None and bool(snapshot.redo),
            "runs": snapshot is not None and bool(snapshot.runs),
            "selection": bool(self._session.selection),
            "question": self._session.view == "review",
        }
        return frozenset(name for name, true in facts.items() if true)
