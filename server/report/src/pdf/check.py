"""What PDF/A-2a and PDF/UA-1 ask of a report, as far as a program sees it: `check.py FILE LANGUAGE`.

Prints what is wrong, a line each, and fails if anything is. Reads with pikepdf, and asks pdfua as well (12 checks of the
machine-checkable rules of PDF/UA-1, above all that everything on a page is tagged or an artifact).
"""

import json
import subprocess
import sys

import pikepdf

XMP = {
    "{http://www.aiim.org/pdfa/ns/id/}part": "2",
    "{http://www.aiim.org/pdfa/ns/id/}conformance": "A",
    "{http://www.aiim.org/pdfua/ns/id/}part": "1",
}

# pdfua 0.1.3 stumbles over structure attributes in an array; headings are checked here.
STUMBLES = {"UA-14-001"}


def kids(element):
    """The structure elements right below."""
    below = element.get("/K", [])
    for kid in below if isinstance(below, pikepdf.Array) else [below]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def tree(element):
    """The element and all below it, in reading order."""
    if "/S" in element:
        yield element
    for kid in kids(element):
        yield from tree(kid)


def attribute(element, name):
    """An attribute of a structure element, whichever of its dictionaries holds it."""
    held = element.get("/A", [])
    for each in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(each, pikepdf.Dictionary) and name in each:
            return each[name]
    return None


def rows(table):
    for kid in kids(table):
        if kid.S == "/TR":
            yield kid
        elif kid.S in ("/THead", "/TBody", "/TFoot"):
            yield from (row for row in kids(kid) if row.S == "/TR")


def catalogue(pdf, language):
    root = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "MarkInfo does not say Marked"
    if str(root.get("/Lang", "")) != language:
        yield f"Lang is {root.get('/Lang')}, not {language}"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "ViewerPreferences does not show the title"
    intents = list(root.get("/OutputIntents", []))
    if not any(intent.S == "/GTS_PDFA1" and "/DestOutputProfile" in intent for intent in intents):
        yield "no OutputIntent with a colour profile"
    if "/Outlines" not in root:
        yield "no bookmarks"
    for name in ("/AF", "/AcroForm", "/OpenAction"):
        if name in root:
            yield f"the catalogue has {name}"
    with pdf.open_metadata() as metadata:
        for name, value in XMP.items():
            if metadata.get(name) != value:
                yield f"XMP says {name} = {metadata.get(name)}, not {value}"
        if not metadata.get("dc:title"):
            yield "XMP has no title"
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "no title"


def structure(pdf):
    elements = list(tree(pdf.Root.StructTreeRoot))
    level = 0
    for element in elements:
        kind = str(element.S)
        if len(kind) == 3 and kind.startswith("/H") and kind[2].isdigit():
            now = int(kind[2])
            if now > level + 1:
                yield f"a heading of level {now} follows one of level {level}"
            if "/K" not in element:
                yield "an empty heading"
            level = now
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure without alternative text"
        if kind == "/Table":
            yield from table(element)
        if kind == "/TOCI" and not any(below.S == "/Link" for below in tree(element)):
            yield "an entry of the contents list is no link"
    kinds = {str(element.S) for element in elements}
    for needed in ("/H1", "/H2", "/P", "/L", "/LI", "/Table", "/Caption", "/Figure", "/TOC", "/TOCI", "/Link"):
        if needed not in kinds:
            yield f"no {needed} in a document that has it"


def table(element):
    if not any(kid.S == "/Caption" for kid in kids(element)):
        yield "a table without caption"
    all_rows = list(rows(element))
    heads = [cell for row in all_rows for cell in kids(row) if cell.S == "/TH"]
    scopes = {str(attribute(cell, "/Scope")) for cell in heads}
    if not heads:
        yield "a table without heads"
    if not scopes <= {"/Column", "/Row"}:
        yield f"heads of a table have scopes {scopes}"
    if all_rows and any(cell.S != "/TH" or attribute(cell, "/Scope") != "/Column" for cell in kids(all_rows[0])):
        yield "the first row of a table is not all heads of columns"
    widths = {sum(int(attribute(cell, "/ColSpan") or 1) for cell in kids(row)) for row in all_rows}
    if len(widths) != 1:
        yield f"rows of a table are {sorted(widths)} wide"


def fonts(pdf):
    seen = 0
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
            continue
        name = item.get("/BaseFont", "?")
        if item.get("/Subtype") == "/Type0":
            if "/ToUnicode" not in item:
                yield f"{name} is not mapped to characters"
        elif item.get("/Subtype") != "/Type3":
            seen += 1
            descriptor = item.get("/FontDescriptor", {})
            if not any(file in descriptor for file in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"{name} is not embedded"
    if seen == 0:
        yield "no fonts"


def pages(pdf):
    for number, page in enumerate(pdf.pages, 1):
        if page.get("/Tabs") != "/S" and "/Annots" in page:
            yield f"page {number} is not walked through by its structure"
        if "/StructParents" not in page:
            yield f"page {number} is not in the structure"
        for annotation in page.get("/Annots", []):
            if not str(annotation.get("/Contents", "")).strip():
                yield f"a link on page {number} says nothing"


def asked(path):
    """What pdfua finds."""
    done = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", "--format", "json", path], capture_output=True, text=True, check=False
    )
    told = json.loads(done.stdout)
    for finding in told["findings"]:
        yield f"pdfua: {finding}"
    for skipped in told["skipped"]:
        if skipped["rule_id"] not in STUMBLES:
            yield f"pdfua skipped {skipped}"
    if told["summary"]["rules_run"] < 11:
        yield f"pdfua: {told['summary']}"


def main(path, language):
    with pikepdf.open(path) as pdf:
        found = [*catalogue(pdf, language), *structure(pdf), *fonts(pdf), *pages(pdf)]
    found += asked(path)
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
