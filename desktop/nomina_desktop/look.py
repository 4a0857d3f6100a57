"""How the window looks: two palettes, the font, icons and marks of categories. Everything comes from assets/."""

from __future__ import annotations

import colorsys
import re
from dataclasses import asdict, dataclass

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QStyleFactory, QWidget

from nomina_desktop.resources import assets, drawing


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette, as #RRGGBB. Hint colours are for decoration only: their contrast is under 4.5."""

    background: str
    surface: str
    rail: str
    line: str
    text: str
    secondary: str
    hint: str
    accent: str
    accent_ground: str
    accent_hover: str
    on_accent: str
    good: str
    warn: str
    error: str
    error_ground: str
    field: str
    hover: str
    pressed: str
    handle: str
    disabled: str
    toast_link: str


LIGHT = Colours(
    background="#F5F6F8",
    surface="#FFFFFF",
    rail="#FBFBFC",
    line="#E2E5EA",
    text="#1A1D21",
    secondary="#5A6370",
    hint="#8A93A0",
    accent="#3A5BD9",
    accent_ground="#E9EEFC",
    accent_hover="#3150C4",
    on_accent="#FFFFFF",
    good="#1E8E5A",
    warn="#B86E00",
    error="#B3261E",
    error_ground="#FDF0EF",
    field="#EEF0F3",
    hover="#F2F3F6",
    pressed="#E6E9EE",
    handle="#C9CED6",
    disabled="#A3A9B2",
    toast_link="#A9BBFF",
)
DARK = Colours(
    background="#121519",
    surface="#1A1E24",
    rail="#20252C",
    line="#2C323B",
    text="#E8EAED",
    secondary="#A2ABB8",
    hint="#727C8A",
    accent="#8AA4FF",
    accent_ground="#26304D",
    accent_hover="#A0B5FF",
    on_accent="#10131A",
    good="#4CC38A",
    warn="#F0B04F",
    error="#FF8A80",
    error_ground="#3A2323",
    field="#242A32",
    hover="#232931",
    pressed="#2B323C",
    handle="#3A424E",
    disabled="#666F7B",
    toast_link="#3A5BD9",
)
MARKS = ("#E69F00", "#56B4E9", "#009E73", "#D55E00", "#CC79A7", "#0072B2", "#8A9A1E")
"""Colours of the first categories, safe for the colour-blind (Okabe and Ito); golden-angle hues follow."""
GOLDEN_ANGLE = 0.381966


def make_place(widget: QWidget, name: str) -> None:
    """Let a widget be painted as the style says for a place of this name."""
    widget.setObjectName(name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def mark_colour(category_id: int) -> QColor:
    """The colour of a category's mark; it stays while the category lives."""
    number = category_id - 1
    if number < len(MARKS):
        return QColor(MARKS[number])
    hue = (number * GOLDEN_ANGLE) % 1.0
    red, green, blue = colorsys.hls_to_rgb(hue, 0.52, 0.5)
    return QColor.fromRgbF(red, green, blue)


class Look:
    """The appearance of the application, light or dark.

    Attributes:
        colours: the palette in use.
        marks: "#RRGGBB" by category id, of the categories that a person chose a colour for.
    """

    def __init__(self, app: QApplication, appearance: str = "system") -> None:
        """Load the fonts. `dress` comes when the window is made, of all its widgets at once.

        A style sheet that is there before is applied anew whenever one part is put into another: that was half of the
        time in which a window is made.
        """
        self._app = app
        self.colours = self._wanted(appearance)
        self.marks: dict[int, str] = {}
        for name in ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf"):
            QFontDatabase.addApplicationFont(str(assets() / "fonts" / name))
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(self.font())
        app.setWindowIcon(QIcon(self._svg("nomina", QSize(128, 128), 1.0, "")))
        app.styleHints().colorSchemeChanged.connect(lambda _: self.dress(self._appearance))

    def _wanted(self, appearance: str) -> Colours:
        self._appearance = appearance
        scheme = self._app.styleHints().colorScheme()
        dark = appearance == "dark" or (appearance == "system" and scheme == Qt.ColorScheme.Dark)
        return DARK if dark else LIGHT

    def dress(self, appearance: str) -> None:
        """Put on "light", "dark" or "system" colours, at any time."""
        before, self.colours = self.colours, self._wanted(appearance)
        dark = self.colours is DARK
        self._app.setPalette(_palette(self.colours))
        style = (assets() / "style" / "nomina.qss").read_text(encoding="utf-8")
        icons = {
            name: (assets() / "icons" / f"{name}-{'dark' if dark else 'light'}.svg").as_posix()
            for name in ("check", "chevron")
        }
        tokens = asdict(self.colours) | icons
        self._app.setStyleSheet(re.sub(r"@(\w+)", lambda found: tokens[found.group(1)], style))
        if self.colours is not before:
            for widget in self._app.allWidgets():
                self.set_icon(widget, widget.property("icon_name"))

    def font(self, pixels: int = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Inter at a size in logical pixels, with figures of equal width."""
        font = QFont("Inter")
        font.setPixelSize(pixels)
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def words(
        self,
        text: str = "",
        pixels: int = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        tone: str = "",
        wraps: bool = False,
    ) -> QLabel:
        """A label; its tone is "" for plain text, "secondary" or "error"."""
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)  # a category may be called “<b>”
        label.setFont(self.font(pixels, weight))
        label.setProperty("tone", tone)
        label.setWordWrap(wraps)
        return label

    def colour(self, name: str) -> QColor:
        """A colour of the palette by its name."""
        return QColor(getattr(self.colours, name))

    def mark(self, category_id: int) -> QColor:
        """The colour of a category's mark: the one a person chose, or else one of its own."""
        return QColor(self.marks[category_id]) if category_id in self.marks else mark_colour(category_id)

    def own_mark(self, category_id: int) -> QColor:
        """The colour of a category for which no person chose one."""
        return mark_colour(category_id)

    def swatch(self, colour: str) -> QIcon:
        """A field of a colour, for a button."""
        return self._field(QColor(colour), "")

    def mark_icon(self, category_id: int, key: str) -> QIcon:
        """The mark of a category with its key, for a button."""
        return self._field(self.mark(category_id), key)

    def _field(self, colour: QColor, key: str) -> QIcon:
        side, ratio = 18, self._app.devicePixelRatio()
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_mark(painter, QRectF(0, 0, side, side), colour, key)
        painter.end()
        return QIcon(pixmap)

    def paint_mark(self, painter: QPainter, place: QRectF, colour: QColor, key: str) -> None:
        """A field of a colour with a key in it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(Qt.GlobalColor.white if colour.lightnessF() < 0.5 else Qt.GlobalColor.black)
        painter.setFont(self.font(11, QFont.Weight.DemiBold))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, key)

    def set_icon(self, widget: object, name: object) -> None:
        """Give a button an icon of assets/icons in the text's colour; it follows when the appearance changes."""
        if not name or not hasattr(widget, "setIcon") or not hasattr(widget, "setProperty"):
            return
        widget.setProperty("icon_name", name)
        icon = QIcon(self.pixmap(str(name), 18, self.colours.text))
        icon.addPixmap(self.pixmap(str(name), 18, self.colours.disabled), QIcon.Mode.Disabled)
        icon.addPixmap(self.pixmap(str(name), 18, self.colours.accent), QIcon.Mode.Normal, QIcon.State.On)
        widget.setIcon(icon)

    def pixmap(self, name: str, size: int, colour: str) -> QPixmap:
        """An icon of assets/icons in a colour, sharp on this screen."""
        return self._svg(name, QSize(size, size), self._app.devicePixelRatio(), colour)

    @staticmethod
    def _svg(name: str, size: QSize, ratio: float, colour: str) -> QPixmap:
        text = drawing(name).replace("currentColor", colour)
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return pixmap


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, colour in (
        ((role.Window, role.Base, role.Button), colours.surface),
        ((role.AlternateBase,), colours.background),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipBase), colours.text),
        ((role.PlaceholderText,), colours.secondary),
        ((role.ToolTipText, role.BrightText), colours.surface),
        ((role.Highlight, role.Link, role.Accent), colours.accent),
        ((role.HighlightedText,), colours.on_accent),
        ((role.Mid, role.Midlight, role.Dark), colours.line),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.disabled))
    return palette
