#!/usr/bin/env python3
"""Tells how many lines of each layer and room the unit tests run through: ./dev coverage.

usage: coverage.py BUILD_FOLDER

BUILD_FOLDER was built by clang with its own coverage and its tests have left their counts in BUILD_FOLDER/profiles. Prints
a table and writes BUILD_FOLDER/html/index.html, where each line shows its count.
"""
import collections
import json
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def tool(name):
    """The tool of the clang that built: ./dev takes Debian 12's, which is 14."""
    return shutil.which(f"{name}-14") or name


def layer_of(room):
    """protocol/types -> protocol, server/features/hover -> server/features."""
    parts = room.split("/")
    return "/".join(parts[: 2 if parts[0] == "server" else 1])


def row(name, lines):
    count, covered = lines
    print(f"{name:<40} {count:>7} {covered:>7} {100 * covered / count if count else 100:>6.1f} %")


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    profiles = sorted(folder.glob("profiles/*.profraw"))
    if not profiles:
        sys.exit(f"No test has left its counts in {folder}/profiles.")
    merged = folder / "merged.profdata"
    subprocess.run([tool("llvm-profdata"), "merge", "-sparse", "-o", merged, *profiles], check=True)

    programs = [folder / "jekyll-ls", *sorted(path for path in folder.glob("tests/**/*_tests") if path.is_file())]
    view = [str(programs[0])]
    for program in programs[1:]:
        view += ["-object", str(program)]
    view += [f"-instr-profile={merged}", str(ROOT / "protocol"), str(ROOT / "schema"), str(ROOT / "server")]
    summary = json.loads(subprocess.run([tool("llvm-cov"), "export", "-summary-only", *view], check=True,
                                        capture_output=True, text=True).stdout)

    rooms = collections.defaultdict(lambda: [0, 0])
    layers = collections.defaultdict(lambda: [0, 0])
    total = [0, 0]
    for file in summary["data"][0]["files"]:
        room = str(pathlib.Path(file["filename"]).relative_to(ROOT).parent)
        for lines in (rooms[room], layers[layer_of(room)], total):
            lines[0] += file["summary"]["lines"]["count"]
            lines[1] += file["summary"]["lines"]["covered"]

    subprocess.run([tool("llvm-cov"), "show", "-format=html", f"-output-dir={folder / 'html'}", *view], check=True,
                   stdout=subprocess.DEVNULL)
    print(f"{'':<40} {'lines':>7} {'run':>7}")
    for layer in sorted(layers):
        row(layer, layers[layer])
        below = [room for room in sorted(rooms) if layer_of(room) == layer]
        for room in below if len(below) > 1 else []:
            row("  " + room, rooms[room])
    row("all", total)
    print(f"Line by line: {folder / 'html' / 'index.html'}")


if __name__ == "__main__":
    main()
