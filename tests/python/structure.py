"""The text of a PDF by its own structure, as JSON: rows of the cells of its tables, and all of it.

Each piece of text on a page is marked with a number that the structure refers to, so a cell is whole wherever pages break.
"""

import json
import re
import sys

import pikepdf


def characters(font):
    """What each code of a font stands for, as the file itself says."""
    told = {}
    if "/ToUnicode" not in font:
        return told
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    text = lambda digits: bytes.fromhex(digits).decode("utf-16-be")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, to in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            told[int(code, 16)] = text(to)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for low, high, to in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            first = int(to, 16)
            for code in range(int(low, 16), int(high, 16) + 1):
                told[code] = text("%0*x" % (len(to), first + code - int(low, 16)))
    return told


def marked(page):
    """The text of each marked piece of a page."""
    fonts = {name: characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    pieces, stack, font = {}, [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if name == "BDC" else None
            number = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
            hidden = str(operands[0]) == "/Artifact"
            stack.append("hidden" if hidden else int(number) if number is not None else None)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = fonts.get(str(operands[0]), {})
        elif name in ("Tj", "TJ", "'", '"'):
            at = next((one for one in reversed(stack) if one is not None), None)
            if at is None or at == "hidden":
                continue
            strings = operands[0] if name == "TJ" else [operands[-1]]
            for piece in strings:
                if isinstance(piece, pikepdf.String):
                    code = bytes(piece)
                    pairs = (code[i] << 8 | code[i + 1] for i in range(0, len(code) - 1, 2))
                    pieces[at] = pieces.get(at, "") + "".join(font.get(pair, "") for pair in pairs)
    return pieces


def walk(element, page, texts, rows, whole, cell):
    """Reads an element and what is below it."""
    if isinstance(element, pikepdf.Array):
        for one in element:
            walk(one, page, texts, rows, whole, cell)
        return
    if not isinstance(element, pikepdf.Dictionary):
        piece = texts(page).get(int(element), "")
        whole.append(piece)
        if cell is not None:
            cell.append(piece)
        return
    page = element.get("/Pg", page)
    if element.get("/Type") == "/MCR":
        walk(element.MCID, page, texts, rows, whole, cell)
        return
    kind = str(element.get("/S", ""))
    if kind == "/TR":
        rows.append([])
    if kind in ("/TH", "/TD"):
        cell = []
        rows[-1].append(cell)
    if "/K" in element:
        walk(element.K, page, texts, rows, whole, cell)


with pikepdf.open(sys.argv[1]) as pdf:
    known = {}

    def texts(page):
        key = page.objgen
        if key not in known:
            known[key] = marked(pikepdf.Page(page))
        return known[key]

    rows, whole = [], []
    walk(pdf.Root.StructTreeRoot.K, None, texts, rows, whole, None)
    json.dump({"rows": [["".join(cell) for cell in row] for row in rows], "whole": "".join(whole)}, sys.stdout)
