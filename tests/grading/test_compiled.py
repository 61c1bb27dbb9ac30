"""The compiled checks are kept from run to run, and never taken from where they should not be."""

import json
import marshal
import os
import sys
from pathlib import Path

import pytest

from course_lib.grading.sandbox import bytecode as bytecodes
from course_lib.grading.sandbox import cache as caches
from course_lib.grading.sandbox import compiled as kept
from course_lib.grading.sandbox import edition
from course_lib.grading.sandbox.bytecode import bytecode
from course_lib.grading.sandbox.compiled import compiled


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """Give an empty cache, and count what is compiled."""
    made = []

    def compile_all(chapters):
        made.append(list(chapters))
        return {"relu.json": "{}"}

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(kept, "compiled_files", compile_all)
    compiled()
    assert len(made) == 1
    return tmp_path / caches.FOLDER, made


def only_file(folder):
    (file,) = folder.glob("*.json")
    return file


def test_the_second_run_compiles_nothing(cache):
    folder, made = cache
    assert compiled() == {"relu.json": "{}"}
    assert len(made) == 1
    assert only_file(folder).stat().st_mode & 0o777 == 0o600


def test_other_sources_are_compiled_anew_and_a_few_are_kept(cache, monkeypatch):
    folder, made = cache
    for k in range(2 * caches.KEPT):
        monkeypatch.setattr(kept, "digest", lambda k=k: f"state-{k}")
        compiled()
    assert len(made) == 1 + 2 * caches.KEPT
    assert len(list(folder.glob("*.json"))) == caches.KEPT


def test_a_source_a_slip_and_a_version_are_part_of_the_digest(tmp_path, monkeypatch):
    package = tmp_path / "course_lib"
    for place in ("checks/engine.py", "checks/exercises/relu/slips.json", "grading/grade.py"):
        (package / place).parent.mkdir(parents=True, exist_ok=True)
        (package / place).write_text("1")
    monkeypatch.setattr(kept, "CODE", (package,))
    seen = [kept.digest()]
    for place in ("checks/engine.py", "checks/exercises/relu/slips.json"):
        (package / place).write_text("2")
        seen.append(kept.digest())
    monkeypatch.setattr(kept.np, "__version__", "0.0")
    seen.append(kept.digest())
    assert len(set(seen)) == len(seen)
    (package / "grading/grade.py").write_text("2")
    assert kept.digest() == seen[-1]


@pytest.mark.parametrize("damage", ["{", "[]x", ""])
def test_a_damaged_file_is_made_again(cache, damage):
    folder, made = cache
    only_file(folder).write_text(damage)
    assert compiled() == {"relu.json": "{}"}
    assert len(made) == 2
    assert json.loads(only_file(folder).read_text()) == {"relu.json": "{}"}


def test_a_link_that_somebody_laid_there_is_not_read(cache, tmp_path):
    folder, made = cache
    file = only_file(folder)
    (tmp_path / "theirs.json").write_text('{"relu.json": "forged"}')
    file.unlink()
    file.symlink_to(tmp_path / "theirs.json")
    assert compiled() == {"relu.json": "{}"}
    assert len(made) == 2


def test_without_a_place_to_keep_them_they_are_compiled(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(kept, "compiled_files", lambda chapters: {"relu.json": "{}"})
    assert compiled() == {"relu.json": "{}"}


@pytest.mark.parametrize("prefix", [None, "/no/such/folder"])
def test_every_module_of_a_sandbox_lies_there_compiled(prefix, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "pycache_prefix", prefix)
    laid_out = tmp_path
    edition.lay_out(laid_out)
    sources = [path for top in ("course_lib", "inside") for path in (laid_out / top).rglob("*.py")]
    assert len(sources) > 40
    for source in sources:
        tag = f"{source.stem}.{sys.implementation.cache_tag}.pyc"
        made = (source.parent / "__pycache__" / tag).read_bytes()
        code = compile(source.read_bytes(), "here", "exec", dont_inherit=True)
        assert marshal.loads(made[16:]) == code, source
        assert str(Path.cwd()).encode() not in made


def test_another_source_is_compiled_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    source = tmp_path / "one.py"
    source.write_text("x = 1\n")
    first = bytecode({"one.py": source, "data.json": tmp_path})
    assert list(first) == ["one.py"]
    source.write_text("x = 2\n")
    assert bytecode({"one.py": source}) != first
    monkeypatch.setattr(bytecodes, "compiled", lambda modules: {})
    assert bytecode({"one.py": source})  # from the cache


def test_what_is_installed_is_looked_at_again_when_something_was(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    before = edition.installed()
    assert edition.installed() == before
    os.utime(tmp_path, ns=(1, 1))
    assert edition.installed() != before
    monkeypatch.setattr(edition, "allowed", ("scipy",))
    assert edition.installed() != before


def test_a_library_that_is_not_where_it_was_is_looked_for(tmp_path, monkeypatch):
    gone = {"packages": "{}", "libraries": json.dumps({"/lib/x.so": str(tmp_path / "gone.so")})}
    monkeypatch.setattr(edition, "kept", lambda kind, state, make: gone)
    edition.show(tmp_path)
    noted = json.loads((tmp_path / edition.NEEDED).read_text())
    assert "numpy" in noted["packages"]
    assert all(map(os.path.exists, noted["libraries"].values()))
