"""XMP: keywords in the XML that photo programs keep beside or inside a picture, read and merged text to text.

What is in a packet stays as it is, byte for byte, but for the keywords that are added or taken away: the XML is never
written anew. What Nomina wrote is noted in a namespace of its own, so that it can be taken away again without touching
what others wrote. There are no entities, no DTD and no network here: expat is told to refuse a document type.

Source: the XMP specification (ISO 16684-1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from nomina.errors import BadInput
from nomina.rdf import RDF, Node, array_of, items_of, parse

LONGEST = 16_000_000
"""Bytes of a packet. The development history of one picture takes some hundred thousand."""
OURS = "urn:nomina:xmp:1.0/"
EMPTY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Nomina">\n'
    f' <rdf:RDF xmlns:rdf="{RDF}">\n </rdf:RDF>\n'
    "</x:xmpmeta>\n"
)
"""A sidecar that says nothing."""

Path = tuple[str, ...]
"""A keyword with those above it: ("animals", "birds", "heron")."""


@dataclass(frozen=True, slots=True)
class Field:
    """A property that holds keywords.

    Attributes:
        separator: between the parts of a path; "" where only its last part is kept.
        inside: stands for the separator within a part, as digiKam does it.
        kind: of its list, where it is made.
        written: whether Nomina writes it.
    """

    prefix: str
    namespace: str
    name: str
    separator: str
    inside: str = ""
    kind: str = "Bag"
    written: bool = False

    @property
    def note(self) -> str:
        """The name under which Nomina notes what it wrote into this field."""
        return f"Wrote{self.name[0].upper()}{self.name[1:]}"

    def text(self, path: Path) -> str:
        """A keyword of another field as it stands in this one."""
        if not self.separator:
            return path[-1]
        return self.separator.join(part.replace(self.separator, self.inside) for part in path)

    def path(self, text: str) -> Path:
        """The parts of a keyword; () for one without any."""
        parts = text.split(self.separator) if self.separator else [text]
        return tuple(part.strip() for part in parts if part.strip())


DIGIKAM = Field("digiKam", "http://www.digikam.org/ns/1.0/", "TagsList", "/", "\\", "Seq", True)
MICROSOFT = Field("MicrosoftPhoto", "http://ns.microsoft.com/photo/1.0/", "LastKeywordXMP", "/", "\\")
LIGHTROOM = Field("lr", "http://ns.adobe.com/lightroom/1.0/", "hierarchicalSubject", "|", "¦", "Bag", True)
MEDIAPRO = Field("mediapro", "http://ns.iview-multimedia.com/mediapro/1.0/", "CatalogSets", "|", "¦")
SUBJECT = Field("dc", "http://purl.org/dc/elements/1.1/", "subject", "", "", "Bag", True)
FIELDS = (DIGIKAM, MICROSOFT, LIGHTROOM, MEDIAPRO, SUBJECT)
"""In the order in which digiKam looks for keywords: the first that has any hides the others."""
WRITTEN = (SUBJECT, LIGHTROOM, DIGIKAM)
_ABOUT = {(RDF, "about"), ("", "about")}
CONFIRMED, AUTOMATIC = "Confirmed", "Automatic"


@dataclass(frozen=True, slots=True)
class Labels:
    """What Nomina says of a picture: exact names of categories, those of a person and the automatic ones."""

    confirmed: tuple[str, ...] = ()
    automatic: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keywords:
    """What a packet says of a picture.

    Attributes:
        paths: keywords that Nomina did not write, of all FIELDS; one that is there flat and with a path, once.
        labels: what Nomina wrote.
    """

    paths: tuple[Path, ...] = ()
    labels: Labels = field(default_factory=Labels)


def read(packet: bytes) -> Keywords:
    """The keywords of a packet in UTF-8 or UTF-16.

    Raises:
        BadInput: it is no XMP; the title says why in half a sentence.
    """
    found = _Packet(_decoded(packet))
    return Keywords(found.others(), Labels(*(tuple(found.ours(name)) for name in (CONFIRMED, AUTOMATIC))))


def merged(
    text: str,
    labels: Labels,
    *,
    root: str = "auto",
    above: Mapping[str, Path] | None = None,
    beside: Iterable[Path] = (),
) -> str:
    """The packet with these labels in place of what Nomina wrote before; the very same text where nothing changes.

    A field that is made for it is given the keywords of others too, because its readers look no further.

    Args:
        text: a packet, or EMPTY.
        root: the keyword under which automatic labels stand; "" for none.
        above: the categories above one, the highest first, by its name.
        beside: keywords in the picture file itself, which a reader of the packet may look at no more.

    Raises:
        BadInput: it is no XMP, or its keywords are no lists; the title says why in half a sentence.
    """
    found = _Packet(text)
    known = found.others() or tuple(beside)
    wanted = {each.note: _wanted(found, each, labels, root, above or {}, known) for each in WRITTEN}
    wanted |= {CONFIRMED: list(labels.confirmed), AUTOMATIC: list(labels.automatic)}
    if not (labels.confirmed or labels.automatic):
        return removed(text)
    if found.has(wanted):
        return text
    return _Packet(removed(text)).added(wanted)


def removed(text: str) -> str:
    """The packet without what Nomina wrote; the very same text where it wrote nothing.

    Raises:
        BadInput: it is no XMP; the title says why in half a sentence.
    """
    return _Packet(text).removed()


def deepest(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Paths less those that another one leads through, or ends in."""
    paths = tuple(dict.fromkeys(paths))
    above = {path[:i] for path in paths for i in range(1, len(path))}
    leaves = {path[-1:] for path in paths if len(path) > 1}
    parts = above | leaves | {(part,) for path in above for part in path}
    return tuple(path for path in paths if path not in parts)


def _wanted(
    found: _Packet, each: Field, labels: Labels, root: str, above: Mapping[str, Path], known: tuple[Path, ...]
) -> list[str]:
    """What Nomina has to write into a field, beside what others have there."""
    theirs = set(found.values_of_others(each))
    texts = []
    for under, names in (("", labels.confirmed), (root, labels.automatic)):
        for name in names:
            path = (*filter(None, [under]), *above.get(name, ()), name)
            texts.append(each.text(path) if each.separator else f"{under}/{name}" if under else name)
    if not theirs:
        texts += [each.text(path) for path in known]
    return list(dict.fromkeys(text for text in texts if text not in theirs))


def _decoded(packet: bytes) -> str:
    packet = packet.rstrip(b"\0") if not packet.startswith((b"\xff\xfe", b"\xfe\xff")) else packet
    try:
        return packet.decode("utf-16" if packet.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("it is not UTF-8") from error


class _Packet:
    """A packet that was taken apart, and the edits that change it."""

    def __init__(self, text: str) -> None:
        declared = re.match(r"\ufeff?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)", text[:200])
        if declared and declared[1].lower() not in ("utf-8", "utf8", "utf-16"):
            raise BadInput(f"it is written in {declared[1][:20]}, not in UTF-8")
        self._text = text
        self._data = text.encode("utf-8", "surrogatepass")
        if len(self._data) > LONGEST:
            raise BadInput(f"it is larger than {LONGEST // 1_000_000} MB")
        root = parse(self._data)
        found = [node for node in (root, *root.children) if node.is_(RDF, "RDF")]
        if len(found) != 1:
            raise BadInput("it is no XMP: it has no RDF")
        self._rdf = found[0]
        self._descriptions = [node for node in self._rdf.children if node.is_(RDF, "Description")]

    # Reading ---------------------------------------------------------------------------------------------------------

    def _properties(self, namespace: str, name: str) -> Iterator[tuple[Node, Node]]:
        """(description, property) for each property of this name."""
        for description in self._descriptions:
            for node in description.children:
                if node.is_(namespace, name):
                    yield description, node

    def values(self, namespace: str, name: str) -> list[str]:
        """The keywords of a property; one that is no list counts as one keyword."""
        out = []
        for _, node in self._properties(namespace, name):
            array = array_of(node)
            out += [node.text] if array is None and not node.children else [item.text for item in items_of(array)]
        out += [each.attributes.get((namespace, name), "") for each in self._descriptions]
        return [text.strip() for text in out if text.strip()]

    def ours(self, name: str) -> list[str]:
        """What Nomina noted under this name."""
        return self.values(OURS, name)

    def values_of_others(self, each: Field) -> list[str]:
        """The keywords of a field that Nomina did not write."""
        ours = set(self.ours(each.note)) if each.written else set()
        return [text for text in self.values(each.namespace, each.name) if text not in ours]

    def others(self) -> tuple[Path, ...]:
        """See Keywords.paths."""
        return deepest(filter(None, (each.path(text) for each in FIELDS for text in self.values_of_others(each))))

    def has(self, wanted: Mapping[str, list[str]]) -> bool:
        """Whether it says all of this already, and nothing else of Nomina's."""
        if any(set(self.ours(name)) != set(texts) for name, texts in wanted.items()):
            return False
        return all(set(wanted[each.note]) <= set(self.values(each.namespace, each.name)) for each in WRITTEN)

    # Writing ---------------------------------------------------------------------------------------------------------

    def removed(self) -> str:
        """See the function of this name."""
        gone: list[Node] = [p for d in self._descriptions for p in d.children if p.namespace == OURS]
        for each in WRITTEN:
            ours = set(self.ours(each.note))
            for _, node in self._properties(each.namespace, each.name):
                array = array_of(node)
                if array is None or not ours:
                    continue
                items = [item for item in items_of(array) if item.text.strip() in ours]
                gone += [node] if items and len(items) == len(array.children) else items
        dropped = {id(node) for node in gone}
        for description in self._descriptions:
            inside = {id(node) for node in description.children}
            if inside and inside <= dropped and set(description.attributes) <= _ABOUT:
                gone = [node for node in gone if not _within(node, description)]
                gone.append(description)
        return self._edited([(self._before(node.start), node.end, b"") for node in gone])

    def added(self, wanted: Mapping[str, list[str]]) -> str:
        """The packet, which has nothing of Nomina's, with these texts in the fields, and the note of them."""
        edits, made = [], []
        for each in WRITTEN:
            if not wanted[each.note]:
                continue
            array = self._list_of(each)
            if array is None:
                made.append(each)
            else:
                edits.append(self._items_into(array, wanted[each.note]))
        return self._edited([*edits, self._description(made, wanted)])

    def _list_of(self, each: Field) -> Node | None:
        """The list of a field; None where the field is not there."""
        found = [node for _, node in self._properties(each.namespace, each.name)]
        told = any((each.namespace, each.name) in node.attributes for node in self._descriptions)
        arrays = [array_of(node) for node in found]
        if told or len(found) > 1 or None in arrays:
            raise BadInput(f"its {each.prefix}:{each.name} is not written as one list")
        return arrays[0] if arrays else None

    def _items_into(self, array: Node, texts: list[str]) -> tuple[int, int, bytes]:
        name = array.named("li")
        items = [f"<{name}>{_escaped(text)}</{name}>" for text in texts]
        if array.children:
            last = array.children[-1]
            between = self._data[self._before(last.start) : last.start].decode()
            return last.end, last.end, "".join(between + item for item in items).encode()
        if array.inner == array.end:  # <rdf:Bag/>
            start = self._data[array.start : array.inner].decode().removesuffix("/>").rstrip()
            return array.start, array.end, f"{start}>{''.join(items)}</{array.named(array.name)}>".encode()
        return array.inner, array.inner, "".join(items).encode()

    def _description(self, made: list[Field], wanted: Mapping[str, list[str]]) -> tuple[int, int, bytes]:
        """A description of ours, behind the others: the fields that were not there yet, and the note."""
        about = next((_about(node) for node in self._descriptions), "")
        line = "\r\n" if "\r\n" in self._text else "\n"
        spaces = "".join(f'{line}    xmlns:{each.prefix}="{each.namespace}"' for each in made)
        out = [
            f'<rdf:Description xmlns:rdf="{RDF}" rdf:about={quoteattr(about)}{spaces}{line}    xmlns:nomina="{OURS}">'
        ]
        for each in made:
            out += _list_lines(f"{each.prefix}:{each.name}", each.kind, wanted[each.note])
        for name, texts in wanted.items():
            if texts:
                out += _list_lines(f"nomina:{name}", "Bag", texts)
        block = (line + "  " + (line + "  ").join([*out, "</rdf:Description>"])).encode()
        rdf = self._rdf
        if rdf.inner == rdf.end:  # <rdf:RDF/>
            start = self._data[rdf.start : rdf.inner].removesuffix(b"/>").rstrip()
            return rdf.start, rdf.end, start + b">" + block + f"</{rdf.named('RDF')}>".encode()
        at = rdf.children[-1].end if rdf.children else rdf.inner
        return at, at, block

    def _before(self, at: int) -> int:
        """Where the white space before `at` begins."""
        while self._data[at - 1 : at] in (b" ", b"\t", b"\r", b"\n"):
            at -= 1
        return at

    def _edited(self, edits: list[tuple[int, int, bytes]]) -> str:
        data = self._data
        for start, end, put in sorted(edits, key=lambda edit: edit[0], reverse=True):
            data = data[:start] + put + data[end:]
        return data.decode("utf-8", "surrogatepass")


def _within(node: Node, outer: Node) -> bool:
    return outer.start <= node.start and node.end <= outer.end


def _about(node: Node) -> str:
    return next((node.attributes[key] for key in _ABOUT if key in node.attributes), "")


def _escaped(text: str) -> str:
    return escape(text, {"\r": "&#13;"})


def _list_lines(name: str, kind: str, texts: list[str]) -> list[str]:
    items = [f"   <rdf:li>{_escaped(text)}</rdf:li>" for text in texts]
    return [f" <{name}>", f"  <rdf:{kind}>", *items, f"  </rdf:{kind}>", f" </{name}>"]
