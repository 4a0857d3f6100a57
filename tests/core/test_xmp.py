"""XMP: what others wrote stays byte for byte, ours comes and goes, and nothing hostile is read."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.properties import examples

from nomina import xmp
from nomina.errors import BadInput
from nomina.xmp import EMPTY, Labels, merged, read, removed

DARKTABLE = """<?xml version="1.0" encoding="UTF-8"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="XMP Core 4.4.0-Exiv2">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:lr="http://ns.adobe.com/lightroom/1.0/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:darktable="http://darktable.sf.net/"
   xmp:Rating="1" darktable:note='a > b'  >
   <!-- a remark -->
   <darktable:history><rdf:Seq><rdf:li darktable:num="0" darktable:operation="flip"/></rdf:Seq></darktable:history>
   <dc:subject>
    <rdf:Bag>
     <rdf:li>Spain</rdf:li>
    </rdf:Bag>
   </dc:subject>
   <lr:hierarchicalSubject>
    <rdf:Bag>
     <rdf:li>Places|Spain</rdf:li>
    </rdf:Bag>
   </lr:hierarchicalSubject>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
"""
PACKET = (  # without white space, with another prefix for RDF, in a wrapper with padding
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<r:Description r:about="uuid:1"><d:subject xmlns:d="http://purl.org/dc/elements/1.1/"><r:Bag><r:li>möwe</r:li></r:Bag>'
    '</d:subject></r:Description></r:RDF>   <?xpacket end="w"?>'
)
names = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=12).map(
    str.strip
)
some_labels = st.builds(Labels, *[st.lists(names.filter(bool), max_size=3, unique=True).map(tuple)] * 2)
packets = st.sampled_from([EMPTY, DARKTABLE, DARKTABLE.replace("\n", "\r\n"), "\ufeff" + DARKTABLE, PACKET])


def said(text: str) -> tuple[set[str], set[str], set[str]]:
    """The keywords in the fields that photo programs read."""
    packet = xmp._Packet(text)
    return tuple(set(packet.values(each.namespace, each.name)) for each in xmp.WRITTEN)  # type: ignore[return-value]


@examples(15)
@given(packets, some_labels, some_labels)
def test_ours_comes_and_goes_and_the_rest_stays_byte_for_byte(text: str, labels: Labels, later: Labels) -> None:
    after = merged(text, labels)
    assert merged(after, labels) == after, "a second run changes nothing"
    assert removed(after) == text
    assert merged(after, later) == merged(text, later), "what was written before leaves no trace"
    assert read(after.encode()).paths == read(text.encode()).paths
    assert read(after.encode()).labels == Labels(
        tuple(dict.fromkeys(labels.confirmed)), tuple(dict.fromkeys(labels.automatic))
    )


def test_the_three_fields_say_the_same() -> None:
    subject, lightroom, digikam = said(merged(EMPTY, Labels(("heron", "a/b|c"), ("fox",))))
    assert subject == {"heron", "a/b|c", "auto/fox"}
    assert lightroom == {"heron", "a/b¦c", "auto|fox"}
    assert digikam == {"heron", "a\\b|c", "auto/fox"}
    assert said(merged(EMPTY, Labels((), ("fox",)), root=""))[0] == {"fox"}
    assert said(merged(EMPTY, Labels((), ("fox",)), root="guess"))[2] == {"guess/fox"}


def test_a_field_that_is_made_has_the_keywords_of_the_others_too() -> None:
    """digiKam and others read the first field that has any and look no further."""
    subject, lightroom, digikam = said(merged(DARKTABLE, Labels(("heron",))))
    assert subject == {"Spain", "heron"}
    assert lightroom == {"Places|Spain", "heron"}
    assert digikam == {"Places/Spain", "heron"}
    beside = [("Animals", "Birds")]
    subject, lightroom, digikam = said(merged(EMPTY, Labels(("heron",)), beside=beside))
    assert (subject, lightroom, digikam) == ({"Birds", "heron"}, {"Animals|Birds", "heron"}, {"Animals/Birds", "heron"})
    assert said(merged(DARKTABLE, Labels(("heron",)), beside=beside))[2] == {"Places/Spain", "heron"}, (
        "the sidecar counts"
    )


def test_a_keyword_that_was_there_is_not_taken_for_ours() -> None:
    after = merged(DARKTABLE, Labels(("Spain", "heron")))
    packet = xmp._Packet(after)
    assert packet.values(xmp.SUBJECT.namespace, "subject") == ["Spain", "heron"]
    assert packet.ours(xmp.SUBJECT.note) == ["heron"]
    assert removed(after) == DARKTABLE


def test_what_others_change_meanwhile_is_theirs() -> None:
    after = merged(DARKTABLE, Labels(("heron",)))
    edited = after.replace("<rdf:li>Spain</rdf:li>", "<rdf:li>Spain</rdf:li>\n     <rdf:li>stork</rdf:li>", 1)
    edited = edited.replace('xmp:Rating="1"', 'xmp:Rating="5"')
    assert read(edited.encode()).paths == (("Places", "Spain"), ("stork",))
    back = removed(edited)
    assert "heron" not in back
    assert "<rdf:li>stork</rdf:li>" in back
    assert 'xmp:Rating="5"' in back
    assert "nomina" not in back


def test_small_lists_and_empty_ones_are_filled() -> None:
    for bag in ("<rdf:Bag/>", "<rdf:Bag></rdf:Bag>", "<rdf:Bag>\n</rdf:Bag>", "<rdf:Seq />"):
        text = DARKTABLE.replace(DARKTABLE[DARKTABLE.index("<rdf:Bag>") : DARKTABLE.index("</dc:subject>")], bag)
        after = merged(text, Labels(("heron",)))
        assert said(after)[0] >= {"heron"}, bag
        assert read(after.encode()).labels.confirmed == ("heron",)
    bare = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
    assert said(merged(bare, Labels(("heron",))))[0] == {"heron"}


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "damaged XML"),
        ("heron", "damaged XML"),
        (DARKTABLE[:300], "damaged XML"),
        (DARKTABLE.replace("Spain", "&nbsp;"), "damaged XML"),
        (DARKTABLE.replace("Spain", "\x01"), "damaged XML"),
        (DARKTABLE.replace("\n", f"\n{BOMB}\n", 1), "document type"),
        (DARKTABLE.replace("\n", f"\n{OUTSIDE}\n", 1).replace("Spain", "&a;"), "document type"),
        ("<!DOCTYPE html><html/>", "document type"),
        ("<html><body/></html>", "it has no RDF"),
        ("<a>" * 5000, "nested too deeply"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><a/>', "written in ISO-8859-1"),
        (f'<rdf:RDF xmlns:rdf="{xmp.RDF}">{" " * xmp.LONGEST}</rdf:RDF>', "larger than"),
    ],
)
def test_what_is_damaged_hostile_or_foreign_is_refused_in_half_a_sentence(text: str, why: str) -> None:
    for act in (lambda: read(text.encode()), lambda: merged(text, Labels(("heron",))), lambda: removed(text)):
        with pytest.raises(BadInput, match=why) as refused:
            act()
        assert not refused.value.title.endswith(".")


def test_keywords_that_are_no_list_are_read_and_not_written_over() -> None:
    begin, end = DARKTABLE.index("<rdf:Bag>"), DARKTABLE.index("</dc:subject>")
    flat = DARKTABLE[:begin] + "Spain" + DARKTABLE[end:]
    inside = DARKTABLE.replace('xmp:Rating="1"', 'dc:subject="Spain"')
    for text in (flat, inside):
        assert ("Places", "Spain") in read(text.encode()).paths
        with pytest.raises(BadInput, match="its dc:subject is not written as one list"):
            merged(text, Labels(("heron",)))


def test_packets_in_utf_16_are_read() -> None:
    assert read(DARKTABLE.replace("UTF-8", "UTF-16").encode("utf-16")).paths == (("Places", "Spain"),)
    assert read(PACKET.encode() + b"\0\0").paths == (("möwe",),)
    with pytest.raises(BadInput, match="not UTF-8"):
        read("möwe".encode("latin-1"))


xml_bits = st.sampled_from(
    [
        *(
            "<",
            ">",
            "</",
            "/>",
            "&lt;",
            "&#0;",
            "&#x41;",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?xpacket ?>",
            "'",
            '"',
            " ",
            "=",
            "\n",
        ),
        *(
            "rdf:RDF",
            "rdf:Description",
            "rdf:about",
            "rdf:Bag",
            "rdf:li",
            "dc:subject",
            "nomina:Confirmed",
            "xmlns",
            ":",
        ),
        *(f'xmlns:rdf="{xmp.RDF}"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"', f'xmlns:nomina="{xmp.OURS}"'),
        *(DARKTABLE[:600], DARKTABLE[600:], "<!DOCTYPE", "\ufeff", "heron"),
    ]
)


@given(st.lists(xml_bits | st.text(max_size=5), max_size=15).map("".join) | st.text(), some_labels)
def test_no_text_does_anything_unexpected(text: str, labels: Labels) -> None:
    try:
        after = merged(text, labels)
    except BadInput:
        return
    assert removed(after) == removed(text)


@given(st.integers(0, len(DARKTABLE)), st.integers(0, 40), xml_bits | st.text(max_size=3), some_labels)
def test_no_damage_does_anything_unexpected(at: int, gone: int, put: str, labels: Labels) -> None:
    text = DARKTABLE[:at] + put + DARKTABLE[at + gone :]
    try:
        after = merged(text, labels)
    except BadInput:
        return
    assert merged(after, labels) == after
    assert read(after.encode()).labels == read(merged(EMPTY, labels).encode()).labels


@given(st.binary())
def test_no_bytes_do_anything_unexpected(packet: bytes) -> None:
    with suppress(BadInput):
        read(packet)
