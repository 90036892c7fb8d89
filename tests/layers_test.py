#!/usr/bin/env python3
"""Includes point downwards, every library has one door, only server/platform asks the operating system, and no path
of anybody's machine is in the tree.

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

# Include of a library (the start of its path) -> files that may have it (regular expressions).
DOORS = {
    "yaml.h": [r"server/syntax/yaml/libyaml\.cpp"],
    "yaml-cpp/": [r"server/site/data\.cpp"],
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
SOURCES = {".h", ".cpp"}
SKIPPED = {".git", "build", "node_modules", ".cache", "__pycache__"}


def layer_of(path):
    return next((layer for layer in LAYERS if path.startswith(layer + "/")), None)


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
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED)
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
            yield from include_findings(path, text)
            yield from system_findings(path, text)


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent).resolve()
    found = list(findings(root))
    print("\n".join(found) if found else "Every include points downwards.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
