"""Files and what names them fit together."""

from collections import Counter

import pytest
from django.core.files import File

from demo.content_files import ContentError
from demo.file_generator import manifest, named, sources
from demo.file_generator.__main__ import main
from demo.file_generator.sources import FILES, Job
from site_core.media.documents import check_document
from tests.demo.files.made import JOBS, path


@pytest.mark.slow
def test_every_named_file_is_there_fresh_and_nothing_else_is() -> None:
    assert list(manifest.problems()) == []


def test_every_source_is_used() -> None:
    used = {job.source.name for job in JOBS}
    assert set(sources.read_sources()) - used == set()


def test_no_two_files_have_the_same_name() -> None:
    """Readers keep files of several lessons in one folder."""
    names = Counter(path(job).name for job in JOBS)
    assert [name for name, times in names.items() if times > 1] == []


def test_all_files_together_are_light() -> None:
    sizes = {job.name: path(job).stat().st_size for job in JOBS}
    assert sum(sizes.values()) < 8_000_000
    assert {name: size for name, size in sizes.items() if size > 80_000} == {}


@pytest.mark.parametrize("job", JOBS, ids=[job.name for job in JOBS])
def test_the_site_takes_the_file_as_an_editor_would_upload_it(job: Job) -> None:
    with path(job).open("rb") as content:
        checked = check_document(File(content, name=path(job).name), path(job).name)
    if job.format == "pdf":
        assert (checked.facts.accessibility, checked.facts.language) == ("yes", job.source.language)


def test_a_name_without_a_source_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "named_files", lambda: {"z99/nobody-wrote-this.pl.pdf"})
    with pytest.raises(ContentError, match=r"nobody has written z99/nobody-wrote-this.pl.md"):
        list(sources.jobs())


def test_a_format_the_source_does_not_allow_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "named_files", lambda: {"z1/slowa-ktore-rania-karta-pracy.pl.docx"})
    with pytest.raises(ContentError, match="does not allow “docx”"):
        list(sources.jobs())


def test_a_quotation_has_a_source_that_is_no_file(tmp_path) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "page.yaml").write_text(
        "files: [{file: a1/b.pl.pdf, language: pl}]", encoding="utf-8"
    )
    (tmp_path / "page" / "pl.md").write_text(
        "---\ntitle: T\n---\n::: quote\ntext: x\nsource: art. 5/6 ustawy. Tekst\n:::\n"
        "::: video\ntitle: x\nsource: https://example.org/film.mp4\n"
        "captions: [{language: pl, file: a1/c.pl.vtt}]\n:::\n",
        encoding="utf-8",
    )
    assert named.named_files(tmp_path) == {"a1/b.pl.pdf", "a1/c.pl.vtt"}


class TestCheck:
    """`--check` on a copy of one file and its line in the manifest."""

    @pytest.fixture
    def job(self, tmp_path, monkeypatch: pytest.MonkeyPatch) -> Job:
        job = next(job for job in JOBS if job.name == "z10/czym-jest-program-napisy.pl.vtt")
        target = tmp_path / job.name
        target.parent.mkdir()
        target.write_bytes((FILES / job.name).read_bytes())
        monkeypatch.setattr(manifest, "FILES", tmp_path)
        monkeypatch.setattr(manifest, "MANIFEST", tmp_path / "manifest.json")
        monkeypatch.setattr(manifest, "jobs", lambda: iter([job]))
        monkeypatch.setattr("sys.argv", ["file_generator", "--check"])
        manifest.write_manifest({job.name: manifest.entry(job, target.read_bytes())})
        return job

    def test_fresh(self, job: Job) -> None:
        assert main() == 0

    def test_missing(self, job: Job, capsys: pytest.CaptureFixture[str]) -> None:
        (manifest.FILES / job.name).unlink()
        assert main() == 1
        assert f"{job.name} is missing" in capsys.readouterr().out

    def test_changed_by_hand(self, job: Job, capsys: pytest.CaptureFixture[str]) -> None:
        (manifest.FILES / job.name).write_text("WEBVTT\n\n", encoding="utf-8")
        assert main() == 1
        assert f"{job.name} is stale" in capsys.readouterr().out

    def test_a_new_generator(self, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(manifest, "GENERATOR", manifest.GENERATOR + 1)
        assert main() == 1

    def test_left_over(self, job: Job, capsys: pytest.CaptureFixture[str]) -> None:
        (manifest.FILES / "old.pdf").write_bytes(b"%PDF-1.7")
        assert main() == 1
        assert "old.pdf is left over" in capsys.readouterr().out
