"""Writes what software centres are told: ``python metainfo.py VERSION OUT.xml [ADDRESS]``.

It is ``org.nnviz.nnviz.metainfo.xml`` with the release, from the changelog. AppStream takes screenshots by an address
on the web alone: where there is a folder that holds those of ``screenshots.py``, ADDRESS names it, and they are told.
"""

import sys
from pathlib import Path
from xml.etree import ElementTree

from changelog import Release, release_of
from screenshots import LANGUAGES, SCREENSHOTS, SIZE

TEMPLATE = Path(__file__).with_name("org.nnviz.nnviz.metainfo.xml")
XML_LANGUAGES = {"en": {}, "zh": {"{http://www.w3.org/XML/1998/namespace}lang": "zh"}}


def described(release: Release, address: str) -> ElementTree.ElementTree:
    """The whole of it."""
    tree = ElementTree.parse(TEMPLATE)
    component = tree.getroot()
    if address:
        component.append(_screenshots(release.version, address.rstrip("/")))
    newest = ElementTree.SubElement(ElementTree.SubElement(component, "releases"), "release")
    newest.attrib.update(version=release.version, date=release.date)
    ElementTree.SubElement(ElementTree.SubElement(newest, "description"), "p").text = release.summary
    ElementTree.indent(tree)
    return tree


def _screenshots(version: str, address: str) -> ElementTree.Element:
    pictures = ElementTree.Element("screenshots")
    width, height = SIZE.split("x")
    for picture in SCREENSHOTS:
        attributes = {"type": "default"} if picture is SCREENSHOTS[0] else {}
        shot = ElementTree.SubElement(pictures, "screenshot", attributes)
        for language in LANGUAGES:
            ElementTree.SubElement(shot, "caption", XML_LANGUAGES[language]).text = picture.captions[language]
        for language in LANGUAGES:
            image = ElementTree.SubElement(shot, "image", {"type": "source", "width": width, "height": height})
            image.attrib.update(XML_LANGUAGES[language])
            image.text = f"{address}/{picture.file(language, version)}"
    return pictures


def main(version: str, out: Path, address: str = "") -> None:
    """Write it."""
    described(release_of(version), address).write(out, encoding="utf-8", xml_declaration=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
