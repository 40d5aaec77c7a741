"""Fails on any #include that runs up or across the layers, or names a library out of its place.

usage: layers_test.py ROOT
Checks first that planted faults are found, then reads src/ and include/ under ROOT.
"""
import pathlib
import re
import sys
import tempfile

# Two halves that do not know each other; a layer may include those before it in its own line.
READING = [["json"], ["text"], ["rules"], ["extract", "input"]]
KEEPING = [["json"], ["store"], ["graph"], ["export"]]

# Outside headers, by how they begin, and the one place that may name them.
OUTSIDE = {
    "re2/": "src/text/regex.",
    "utf8proc.h": "src/text/",
    "rapidjson/": "src/json/",
    "xxhash.h": "src/json/content_hash.",
    "sqlite3.h": "src/store/sqlite.",
    "boost/": "src/graph/",
    "CLI/": "src/cli/",
    "unistd.h": "src/cli/",
    "sys/": "src/cli/",
}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:<([^>]+)>|"([^"]+)")')


def layers_below():
    below = {"cli": set()}
    for half in (READING, KEEPING):
        seen = set()
        for row in half:
            for layer in row:
                below[layer] = below.get(layer, set()) | seen
            seen |= set(row)
    return below


BELOW = layers_below()


def fault_of(path, angled, quoted):
    """What is wrong with one include of the file at `path` (relative to the root); None if nothing."""
    public = path.startswith("include/")
    if angled:
        if "." not in angled and "/" not in angled:
            return None  # the standard library
        if public:
            return f"<{angled}> in a public header: the standard library only"
        for beginning, place in OUTSIDE.items():
            if angled.startswith(beginning):
                return None if path.startswith(place) else f"<{angled}> belongs to {place}*"
        return f"<{angled}> is a library that no layer may name"
    target = quoted.split("/")[0]
    if target == "entente" and "/" in quoted:
        return None
    if public:
        return f'"{quoted}" in a public header: the standard library and entente/ only'
    layer = path.split("/")[1]
    if layer not in BELOW:
        return f"src/{layer} is no layer"
    if target == layer or target in BELOW[layer]:
        return None
    if target in BELOW:
        return f'"{quoted}": {layer} may not include {target}'
    return f'"{quoted}" is no path from src/ or include/'


def faults_under(root):
    faults = []
    for top in ("include", "src"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".h", ".cpp", ".in", ".inc"):
                continue
            path = file.relative_to(root).as_posix()
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                fault = match and fault_of(path, match.group(1), match.group(2))
                if fault:
                    faults.append(f"{path}:{number}: {fault}")
    return faults


PLANTED = [  # file, include, is it a fault?
    ("include/entente/a.h", "<vector>", False),
    ("include/entente/a.h", '"entente/b.h"', False),
    ("include/entente/a.h", "<re2/re2.h>", True),
    ("include/entente/a.h", '"json/value.h"', True),
    ("src/json/value.cpp", "<rapidjson/reader.h>", False),
    ("src/store/store.cpp", "<rapidjson/reader.h>", True),
    ("src/text/regex.cpp", "<re2/re2.h>", False),
    ("src/text/trie.cpp", "<re2/re2.h>", True),
    ("src/extract/claims.cpp", '"rules/rule.h"', False),
    ("src/extract/claims.cpp", '"extract/link.h"', False),
    ("src/extract/claims.cpp", '"input/html.h"', True),  # across
    ("src/extract/claims.cpp", '"store/sqlite.h"', True),  # the other half
    ("src/graph/graph.cpp", '"text/utf8.h"', True),  # the other half
    ("src/graph/graph.cpp", "<boost/graph/adjacency_list.hpp>", False),
    ("src/rules/pack.cpp", '"extract/link.h"', True),  # up
    ("src/text/utf8.cpp", '"rules/rule.h"', True),  # up
    ("src/cli/main.cpp", "<CLI/CLI.hpp>", False),
    ("src/cli/main.cpp", '"entente/store.h"', False),
    ("src/cli/main.cpp", '"json/value.h"', True),
    ("src/cli/main.cpp", "<sqlite3.h>", True),
    ("src/export/gexf.cpp", "<zlib.h>", True),
    ("src/export/gexf.cpp", '"gexf_writer.h"', True),
    ("src/helpers/a.cpp", '"helpers/a.h"', True),
]


def self_test():
    wrong = []
    for path, include, is_fault in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / path
            file.parent.mkdir(parents=True)
            file.write_text(f"// first\n#include {include}\n", encoding="utf-8")
            found = faults_under(pathlib.Path(folder))
            if (len(found) == 1 and found[0].startswith(f"{path}:2:")) != is_fault:
                wrong.append(f"self-test: #include {include} in {path}: found {found}")
    return wrong


def main():
    root = pathlib.Path(sys.argv[1])
    faults = self_test() + faults_under(root)
    print("\n".join(faults) or "every include runs down")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
