#!/usr/bin/env python3
"""Runs clang-tidy over the sources that changed, or over all of them: ./dev lint.

usage: lint.py BUILD_FOLDER [--all] [--jobs N] [--seconds N] [FILE...]

BUILD_FOLDER holds a compile_commands.json. Without files those are taken that differ from where this branch left
origin/main (or main; on main itself from the last commit), committed or not, most changed first. A header is read through
its own source and the first few others that include it. --seconds: no file is begun later than that; what is left is said.
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
MOST_INCLUDERS = 3  # a header's warnings show in each; what it breaks elsewhere the compiler says


def git(*arguments):
    """The output of a git command; None where it fails."""
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else None


def base_commit():
    """What the changes are counted from."""
    head = git("rev-parse", "HEAD")
    for branch in ("origin/main", "main"):
        base = git("merge-base", "HEAD", branch)
        if base and base != head:
            return base
    return git("rev-parse", "HEAD~")


def changed_files():
    """Path -> number of changed lines, untracked files too."""
    base = base_commit()
    if base is None:
        print("No earlier commit is known here: only what is not committed counts.")
    lines = git("diff", "--numstat", "--no-renames", base or "HEAD") or ""
    changes = {}
    for line in lines.splitlines():
        added, deleted, path = line.split("\t")
        if added != "-":
            changes[path] = int(added) + int(deleted)
    for path in (git("ls-files", "--others", "--exclude-standard") or "").splitlines():
        if path.endswith((".cpp", ".h")):
            changes[path] = len((ROOT / path).read_text(errors="replace").splitlines())
    return {path: count for path, count in changes.items() if (ROOT / path).is_file()}


def includers(header, sources):
    """The header's own source first, then others that include it."""
    wanted = f'#include "{header}"'
    found = [source for source in sources if wanted in (ROOT / source).read_text(errors="replace")]
    own = header.removesuffix(".h") + ".cpp"
    found.sort(key=lambda source: (source != own, source))
    return found[:MOST_INCLUDERS]


def sources_of(changes, sources):
    """The sources to read for changed files, most changed first."""
    weights = {}
    for path, count in changes.items():
        affected = includers(path, sources) if path.endswith(".h") else [path] if path in sources else []
        for source in affected:
            weights[source] = weights.get(source, 0) + count
    return sorted(weights, key=lambda source: (-weights[source], source))


def without_repeats(output, seen):
    """What clang-tidy said, without what it said of the same header before."""
    kept, repeated = [], False
    for line in output.splitlines():
        if re.search(r":\d+:\d+: (warning|error): ", line):
            repeated = line in seen
            seen.add(line)
        if not repeated:
            kept.append(line)
    return "\n".join(kept)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seconds", type=float)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_intermixed_args()

    folder = arguments.folder.resolve()
    commands = json.loads((folder / "compile_commands.json").read_text())
    paths = [pathlib.Path(command["file"]) for command in commands]
    sources = sorted({str(path.relative_to(ROOT)) for path in paths if not path.is_relative_to(folder)})
    if arguments.all:
        chosen = sources
    elif arguments.files:
        named = {str(pathlib.Path(file).resolve().relative_to(ROOT)): 1 for file in arguments.files}
        chosen = sources_of(named, sources)
    else:
        chosen = sources_of(changed_files(), sources)

    tidy = shutil.which("clang-tidy-14") or "clang-tidy"
    deadline = time.monotonic() + (arguments.seconds or float("inf"))

    def lint(source):
        if time.monotonic() > deadline:
            return None
        return subprocess.run([tidy, "--quiet", "-p", str(folder), source], cwd=ROOT, capture_output=True, text=True)

    bad, left, seen = [], [], set()
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for source, done in zip(chosen, pool.map(lint, chosen)):
            if done is None:
                left.append(source)
            elif done.returncode != 0:
                bad.append(source)
                print(without_repeats(done.stdout, seen), flush=True)
    print(f"{len(chosen) - len(left)} sources read, {len(bad)} with problems.")
    if left:
        print(f"No time for {len(left)} more, the least changed ones; ./dev lint reads them all: {' '.join(left)}")
    if bad:
        print("To see them again: ./dev lint " + " ".join(bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
