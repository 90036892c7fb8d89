#!/usr/bin/env python3
"""Includes point downwards, between layers and between the rooms of a layer, and never in a circle; every library has
one door; only server/platform asks the operating system; no path of anybody's machine is in the tree.

usage: layers_test.py [ROOT]     exit status 1 and one line per finding if something is wrong
"""

import os
import re
import sys
from pathlib import Path

# Layer -> layers it may include. ARCHITECTURE.md draws the same arrows.
LAYERS = {
    "server/text": [],
    "protocol": ["server/platform", "server/text"],
    "schema": ["server/text"],
    "server/platform": ["server/text"],
    "server/dates": ["server/platform", "server/text"],
    "server/syntax": ["server/text"],
    "server/liquid": ["server/syntax", "server/text"],
    "server/site": ["server/liquid", "server/syntax", "server/dates", "server/platform", "server/text"],
    "server/features": ["schema", "server/site", "server/liquid", "server/syntax", "server/dates", "server/text"],
    "server/lsp": ["protocol", "schema", "server/features", "server/site", "server/syntax", "server/dates", "server/platform",
                   "server/text"],
    "server/cli": ["server/lsp", "server/features", "server/site", "server/syntax", "server/dates", "server/platform",
                   "server/text"],
}

# Layer -> its rooms, from the bottom up -> the rooms of this layer that each may include. A room is a folder, "" what
# stands at the top of the layer's; FILES names the files that are a room of their own.
ROOMS = {
    "server/text": {"": []},
    "protocol": {"types": [], "": ["types"]},
    "schema": {"pattern": [], "": ["pattern"]},
    "server/platform": {"": [], "posix": [""], "linux": ["posix", ""]},
    "server/dates": {"": []},
    "server/syntax": {
        "trees": [],
        "yaml": [],
        "values": ["yaml"],
        "writer": ["values", "yaml"],
        "liquid": [],
        "kramdown": ["trees"],
        "": ["kramdown", "liquid", "values", "yaml", "trees"],
    },
    "server/liquid": {
        "values": [],
        "filters": ["values"],
        "": ["filters", "values"],
    },
    "server/site": {
        "settings": [],
        "compute": ["settings"],
        "snapshot": ["compute", "settings"],
        "": ["snapshot", "compute", "settings"],
        "queries": ["", "snapshot", "compute", "settings"],
        "rendered": ["", "snapshot", "compute", "settings"],
        "links": ["rendered", "", "snapshot", "compute", "settings"],
    },
    "server/features": {
        "ground": [],
        "knowledge": ["ground"],
        "targets": ["knowledge", "ground"],
        "diagnostics": ["knowledge", "ground"],
        "diagnostics/front_matter": ["diagnostics", "knowledge", "ground"],
        "diagnostics/liquid": ["diagnostics", "knowledge", "ground"],
        "diagnostics/markdown": ["diagnostics/liquid", "diagnostics", "knowledge", "ground"],
        "diagnostics/links": ["diagnostics/markdown", "diagnostics/liquid", "diagnostics", "knowledge", "ground"],
        "completion": ["diagnostics", "targets", "knowledge", "ground"],
        "hover": ["completion", "targets", "knowledge", "ground"],
        "code_actions": ["diagnostics", "knowledge", "ground"],
        "": ["code_actions", "hover", "completion", "diagnostics/front_matter", "diagnostics", "targets", "knowledge", "ground"],
        "commands": ["", "diagnostics", "knowledge", "ground"],
    },
    "server/lsp": {
        "machine": [],
        "state": ["machine"],
        "convert": ["state"],
        "session": ["state", "machine"],
        "answers": ["session", "convert", "state", "machine"],
        "": ["answers", "session", "convert", "state", "machine"],
    },
    "server/cli": {"": []},
}
# Layer -> room -> its files, without ending.
FILES = {
    "server/syntax": {
        "trees": ["html_addresses", "markdown_options", "markdown_tree"],
        "values": ["scalar", "timestamp", "value"],
        "writer": ["yaml/write"],
    },
    "server/liquid": {"values": ["address", "value"]},
    "server/features": {
        "ground": ["context", "preferences", "results", "diagnostics/rule", "diagnostics/rule_table",
                   "knowledge/knowledge"],
    },
    "server/lsp": {"session": ["session"]},
}
# Rooms that no other layer may look into.
INNER = {("server/syntax", "kramdown"), ("server/liquid", "filters"), ("server/site", "snapshot"), ("server/site", "queries")}
# More files than this nobody takes in at a glance.
MOST_IN_FOLDER = 40

# Include of a library (the start of its path) -> files that may have it (regular expressions).
DOORS = {
    "yaml.h": [r"server/syntax/yaml/libyaml\.cpp"],
    "yaml-cpp/": [r"server/syntax/yaml/write\.cpp"],
    "utf8proc.h": [r"server/text/unicode\.cpp"],
    "md4c.h": [r"bench/.*"],
    "benchmark/": [r"bench/.*"],
    "spdlog/": [r"server/lsp/machine/log\.cpp"],
    "fmt/": [r"server/lsp/machine/log\.cpp"],
    "CLI/": [r"server/cli/arguments\.cpp"],
    "asio": [r"protocol/.*transport.*", r"server/lsp/(run|machine/scheduler)\.cpp", r"server/platform/linux/watcher\.cpp"],
    "nlohmann/": [r"protocol/.*", r"schema/.*", r"server/lsp/.*", r"server/cli/(report_json|report_sarif|inspect.*)\.cpp"],
}
# An arrow that only some files of the layer may use (regular expressions).
NARROW = {("protocol", "server/platform"): r"protocol/stdio_transport\.cpp"}

# What asks the operating system, by header and by name: the folders of server/platform alone, one for each system.
# What lies in such a folder is nobody else's to include.
SYSTEM_FOLDER = re.compile(r"server/platform/[a-z]+/.*")
SYSTEM_HEADER = re.compile(
    r"(sys|linux|net|netinet|arpa|mach)/.*|(unistd|dirent|fcntl|poll|signal|pwd|grp|termios|spawn|dlfcn|windows|io|direct)\.h"
    r"|csignal|filesystem|fstream")
SYSTEM_NAME = re.compile(r"\bstd::(filesystem|getenv|signal|fopen|freopen|rename|system|tmpfile)\b|\b(getenv|isatty|popen)\(")
COMMENT = re.compile(r"//[^\n]*")

# Tests and the benchmark stand above every layer and may use any library.
ABOVE = ("tests/", "bench/")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', re.MULTILINE)
# The first namespace of a file, save those that are opened for a name of somebody else's.
NAMESPACE = re.compile(r"^namespace ([a-z_:]+) \{\n(?!(?:class|struct|enum)[^\n{]*;\n)", re.MULTILINE)
SOURCES = {".h", ".cpp"}
SKIPPED = {".git", "build", "node_modules", ".cache", "__pycache__"}


def layer_of(path):
    return next((layer for layer in LAYERS if path.startswith(layer + "/")), None)


def room_of(path, layer):
    """The room of its layer that a file stands in; None if there is none."""
    stem = path[len(layer) + 1:].rsplit(".", 1)[0]
    for room, stems in FILES.get(layer, {}).items():
        if stem in stems:
            return room
    folder = stem.rpartition("/")[0]
    return folder if folder in ROOMS[layer] else None


def room_findings(path, text):
    layer = layer_of(path)
    if not layer:
        return
    room = room_of(path, layer)
    if room is None:
        yield f"{path}: stands in no room of {layer}"
        return
    for match in INCLUDE.finditer(text):
        target_layer = layer_of(match[2]) if match[1] == '"' else None
        target = target_layer and room_of(match[2], target_layer)
        if target is None:
            continue
        place = f"{path}:{text.count(chr(10), 0, match.start()) + 1}"
        if target_layer != layer and (target_layer, target) in INNER:
            yield f"{place}: {target_layer}/{target} is for {target_layer} alone"
        if target_layer == layer and target != room and target not in ROOMS[layer][room]:
            yield f"{place}: in {layer}, {room or 'the top'} must not include {target or 'the top'}"
    space = layer.rpartition("/")[2]
    inner_space = space + "::" + path[len(layer) + 1:].partition("/")[0]
    opened = NAMESPACE.search(text)
    if opened and opened[1] not in (space, inner_space):
        yield f"{path}: its namespace is {opened[1]}; where it stands, {inner_space} or {space} is meant"


def table_findings():
    for layer, rooms in ROOMS.items():
        below = set()
        for room, allowed in rooms.items():
            for target in set(allowed) - below:
                yield f"tests/layers_test.py: {layer}: {target!r} is not listed below {room!r}: that would allow a circle"
            below.add(room)


def circle_findings(includes):
    """Circles of files, where a header and its source are one. `includes`: path -> the paths that it includes."""
    graph = {}
    for path, targets in includes.items():
        graph.setdefault(path.rsplit(".", 1)[0], set()).update(target.rsplit(".", 1)[0] for target in targets)
    finished, trail = set(), []

    def walk(unit):
        trail.append(unit)
        for target in sorted(graph.get(unit, set()) - {unit}):
            if target in trail:
                yield "a circle of files: " + " -> ".join(trail[trail.index(target):] + [target])
            elif target not in finished:
                yield from walk(target)
        trail.pop()
        finished.add(unit)

    for unit in sorted(graph):
        if unit not in finished:
            yield from walk(unit)


def include_findings(path, text):
    layer = layer_of(path)
    for match in INCLUDE.finditer(text):
        quoted, name = match[1] == '"', match[2]
        place = f"{path}:{text.count(chr(10), 0, match.start()) + 1}"
        if quoted:
            target = layer_of(name)
            if target is None and not name.startswith(ABOVE):
                yield f"{place}: \"{name}\" is not written from the repository root"
            elif layer and name.startswith(ABOVE):
                yield f"{place}: the program includes {name}"
            elif layer and target != layer and target not in LAYERS[layer]:
                yield f"{place}: {layer} must not include {target}"
            elif (layer, target) in NARROW and not re.fullmatch(NARROW[layer, target], path):
                yield f"{place}: of {layer} only {NARROW[layer, target]} may include {target}"
            elif SYSTEM_FOLDER.fullmatch(name) and layer != "server/platform":
                yield f"{place}: {name} belongs to one system; include what stands in server/platform itself"
        elif not path.startswith(ABOVE):
            if SYSTEM_HEADER.fullmatch(name) and not SYSTEM_FOLDER.fullmatch(path):
                yield f"{place}: <{name}> asks the system, which is for the folders of server/platform"
            for library, doors in DOORS.items():
                if (name == library or name.startswith(library) and library.endswith("/")
                        or library == "asio" and re.match(r"asio(\.hpp|/)", name)):
                    if not any(re.fullmatch(door, path) for door in doors):
                        yield f"{place}: <{name}> belongs behind {' or '.join(doors)}"


def system_findings(path, text):
    """Names of the standard library that ask the system, outside of where that is done."""
    if path.startswith(ABOVE) or SYSTEM_FOLDER.fullmatch(path):
        return
    for number, line in enumerate(text.split("\n"), 1):
        for match in SYSTEM_NAME.finditer(COMMENT.sub("", line)):
            yield f"{path}:{number}: {match[0].rstrip('(')} asks the system, which is for the folders of server/platform"


def machine_paths(root):
    """Folders of this very checkout that no text should name."""
    paths = {str(root)}
    if len(root.parent.parts) > 1 and str(root.parent) not in ("/tmp", "/home", "/root", "/src", "/opt"):
        paths.add(str(root.parent) + "/")
    return [p for p in paths if len(p) > 3]


def findings(root):
    forbidden = machine_paths(root)
    includes = {}
    yield from table_findings()
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED)
        count = sum(Path(name).suffix in SOURCES for name in names)
        if count > MOST_IN_FOLDER:
            yield f"{Path(folder).relative_to(root)}: {count} sources and headers in one folder are more than {MOST_IN_FOLDER}"
        for name in sorted(names):
            file = Path(folder) / name
            path = file.relative_to(root).as_posix()
            try:
                text = file.read_text(encoding="utf-8")
            except (UnicodeDecodeError, OSError):
                continue
            for place in forbidden:
                if place in text:
                    yield f"{path}: holds the path {place} of this machine"
            if path.startswith("tests/sites/") or file.suffix not in SOURCES:
                continue
            if file.suffix == ".h" and not text.startswith("//"):
                yield f"{path}:1: a header opens with a comment that says what it is for"
            if layer_of(path):
                includes[path] = [match[2] for match in INCLUDE.finditer(text) if match[1] == '"']
            yield from include_findings(path, text)
            yield from room_findings(path, text)
            yield from system_findings(path, text)
    yield from circle_findings(includes)


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()
    found = list(findings(root))
    print("\n".join(found) if found else "Every include points downwards.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
