"""The extension's manifest against what it must agree with: the server's settings, the version, the names of its parts.

usage: manifest_test.py ROOT VERSION
"""
import json
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop(1))
VERSION = sys.argv.pop(1)
EXTENSION = ROOT / "editors" / "vscode"

# Settings that the server never sees.
OF_THE_EXTENSION = {"jekyll.server.path", "jekyll.trace.server", "jekyll.preview.port"}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def leaves(schema, name):
    """Every setting of the server's schema, as `jekyll.a.b`."""
    if "properties" not in schema:
        return {name: schema}
    result = {}
    for key, value in schema["properties"].items():
        result |= leaves(value, f"{name}.{key}")
    return result


class Manifest(unittest.TestCase):
    manifest = load(EXTENSION / "package.json")

    def settings(self):
        result = {}
        for section in self.manifest["contributes"]["configuration"]:
            result |= section["properties"]
        return result

    def test_the_servers_settings_are_those_of_its_schema(self):
        of_the_server = {k: v for k, v in self.settings().items() if k not in OF_THE_EXTENSION}
        self.assertEqual(of_the_server, leaves(load(ROOT / "schema" / "settings.schema.json"), "jekyll"))

    def test_the_extensions_own_settings_are_all_there(self):
        self.assertLessEqual(OF_THE_EXTENSION, set(self.settings()))

    def test_the_readme_names_every_setting_and_command(self):
        readme = (EXTENSION / "README.md").read_text(encoding="utf-8")
        for name in self.settings():
            self.assertIn(f"`{name}`", readme)
        for command in self.manifest["contributes"]["commands"]:
            self.assertIn(f"{command['category']}: {command['title']}", readme)

    def test_every_command_is_registered(self):
        source = (EXTENSION / "src" / "commands.ts").read_text(encoding="utf-8")
        registered = set(re.findall(r"registerCommand\('([^']+)'", source))
        self.assertEqual(registered, {command["command"] for command in self.manifest["contributes"]["commands"]})

    def test_the_versions_agree(self):
        self.assertEqual(self.manifest["version"], VERSION)
        self.assertEqual(load(EXTENSION / "package-lock.json")["version"], VERSION)

    def test_lock_files_name_no_host_to_download_from(self):
        for lock in (EXTENSION / "package-lock.json", *(ROOT / "tests" / "editors").glob("*/package-lock.json")):
            for name, package in load(lock)["packages"].items():
                self.assertNotIn("resolved", package, f"{name} in {lock}")


if __name__ == "__main__":
    unittest.main()
