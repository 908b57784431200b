"""The files of the demo by their kind, for tests to run over."""

from pathlib import Path

import pytest

from demo.file_generator.sources import FILES, Job, jobs

JOBS = list(jobs())


def each(ending: str, **facts: str) -> pytest.MarkDecorator:
    """Once for every file with this ending, and with these facts in its source, as `job`."""
    chosen = [
        job
        for job in JOBS
        if job.format == ending and all(job.source.facts.get(name) == value for name, value in facts.items())
    ]
    return pytest.mark.parametrize("job", chosen, ids=[job.name for job in chosen])


def path(job: Job) -> Path:
    return FILES / job.name
