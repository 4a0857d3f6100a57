"""CVAT: tags of whole images in “CVAT for images 1.1” XML, which its “Upload annotations” takes.

CVAT finds a task's pictures by the names they were uploaded with, so give --relative-to the folder that was uploaded.
Source: docs.cvat.ai/docs/dataset_management/formats/format-cvat and /docs/other/xml_format.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from nomina.domain import Origin
from nomina.export.protocol import Kind, Option, Source
from nomina.export.row import Row

ROWS_A_STEP = 500
_MADE = ("auto", "manual")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Cvat:
    """The format `cvat`. XML has no room for some characters; pictures whose names have them are left out."""

    title = "CVAT for images 1.1"
    kind = Kind.FILE
    ending = ".xml"
    options: tuple[Option, ...] = ()
    unlabelled = True

    def write(self, source: Source, target: Path) -> Iterator[int]:
        """See Exporter."""
        with target.open("w", encoding="utf-8", newline="") as file:
            file.write(_head(source))
            for done, row in enumerate(source.rows(), 1):
                if row.time is not None:
                    source.leave_out(row, "it is a moment of a video, which this format of CVAT has no room for")
                elif _NOT_XML.search(row.file):
                    source.leave_out(row, "its name has a character that XML cannot hold")
                else:
                    file.write(_image(done - 1, row))
                if done % ROWS_A_STEP == 0:
                    yield done
            file.write("</annotations>\n")


def _head(source: Source) -> str:
    labels = "".join(
        f"<label><name>{escape(each.name)}</name><type>tag</type><attributes></attributes></label>\n"
        for each in source.categories
    )
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<annotations>\n<version>1.1</version>\n'
        f"<meta><task><name>Nomina</name><size>{source.count}</size><mode>annotation</mode>\n"
        f"<labels>\n{labels}</labels></task><dumped>{now}</dumped></meta>\n"
    )


def _image(number: int, row: Row) -> str:
    marks = "".join(
        f'  <tag label={_quoted(label.category)} source="{_MADE[label.origin == Origin.PERSON]}"></tag>\n'
        for label in row.labels
    )
    return (
        f'<image id="{number}" name={_quoted(row.file.replace(os.sep, "/"))}'
        f' width="{row.width}" height="{row.height}">\n'
        f"{marks}</image>\n"
    )


def _quoted(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
