"""RDF as XMP writes it: XML taken apart into elements that know at which bytes they stand, so that it can be edited.

expat does the reading, and is told to refuse a document type: there are no entities, and nothing outside is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from nomina.errors import BadInput

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DEEPEST = 100
"""Elements within elements; XMP needs about ten."""
_SEPARATOR = "\x1f"
"""No XML can hold it, so it is in no name."""
_START = re.compile(rb"""<(?:[^"'>]+|"[^"]*"|'[^']*')*>""")


@dataclass(slots=True)
class Node:
    """An element, with the bytes where it stands.

    Attributes:
        start, inner, end: where it begins, where its start tag ends, where it ends; inner = end for <a/>.
        text: what stands in it before its first child.
    """

    namespace: str
    name: str
    prefix: str
    start: int
    attributes: dict[tuple[str, str], str]
    inner: int = 0
    end: int = 0
    text: str = ""
    children: list[Node] = field(default_factory=list)

    def is_(self, namespace: str, name: str) -> bool:
        """Whether this is its name."""
        return (self.namespace, self.name) == (namespace, name)

    def named(self, name: str) -> str:
        """A name with this element's prefix."""
        return f"{self.prefix}:{name}" if self.prefix else name


class _Reader:
    """Makes nodes from XML that has no document type."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[Node] = []
        self.root: Node | None = None
        self._parser = expat.ParserCreate("utf-8", _SEPARATOR)
        self._parser.namespace_prefixes = True
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise BadInput(f"it is damaged XML ({str(error)[:80]})") from error

    def _refuse(self, *_: object) -> None:
        raise BadInput("it has a document type, which Nomina does not read because it may name other files")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= DEEPEST:
            raise BadInput("its XML is nested too deeply")
        at = self._parser.CurrentByteIndex
        node = Node(*_split(name), at, {_split(key)[:2]: value for key, value in attributes.items()})
        end = _START.match(self._data, at)
        if end is None:
            raise BadInput("it is damaged XML")  # expat has seen the end of this start
        node.inner = end.end()
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _end(self, _: str) -> None:
        node = self._open.pop()
        if self._data[node.inner - 2 : node.inner] == b"/>":
            node.end = node.inner
        else:
            node.end = self._data.index(b">", self._parser.CurrentByteIndex) + 1

    def _characters(self, text: str) -> None:
        if self._open and not self._open[-1].children:
            self._open[-1].text += text


def _split(name: str) -> tuple[str, str, str]:
    """Namespace, name and prefix, as expat joins them."""
    parts = name.split(_SEPARATOR)
    return ("", name, "") if len(parts) == 1 else (parts[0], parts[1], parts[2] if len(parts) == 3 else "")


def array_of(node: Node) -> Node | None:
    """The list in a property; None where it is something else."""
    children = node.children
    is_list = len(children) == 1 and children[0].namespace == RDF and children[0].name in ("Bag", "Seq", "Alt")
    return children[0] if is_list else None


def items_of(array: Node | None) -> list[Node]:
    """The plain items of a list."""
    children = [] if array is None else array.children
    return [node for node in children if node.is_(RDF, "li") and not node.children]


def parse(data: bytes) -> Node:
    """The outermost element of XML in UTF-8.

    Raises:
        BadInput: it is damaged, too deep, or has a document type; the title says so in half a sentence.
    """
    root = _Reader(data).root
    assert root is not None  # expat wants one element
    return root
