"""What the hostile files cost: measured in a process of its own, because memory once taken stays taken."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site_core.media import papers, pictures


@pytest.mark.slow
def test_a_bomb_costs_little_memory_and_less_than_a_second(tmp_path: Path) -> None:
    bombs = {
        "0-warm-up.png": pictures.plain("PNG"),
        "1-million.odt": papers.odt(("big.xml", bytes(200_000_000))),
        "2-entries.odt": papers.odt(*((f"{n}.xml", "") for n in range(10_000))),
        "3-square.png": pictures.png_of_one_bit(11_000, 11_000),
        "4-line.png": pictures.png_of_one_bit(40_000, 1),
        "5-film.gif": pictures.gif_of(500),
        "6-canvas.webp": pictures.HUGE_WEBP_CANVAS,
        "7-half.jpg": pictures.telling("jpeg")[:900],
        "8-largest-allowed.png": pictures.png_of_one_bit(5_000, 5_000),
    }
    for name, data in bombs.items():
        (tmp_path / name).write_bytes(data)
    command = [
        sys.executable,
        "-m",
        "tests.site_core.media.cost_of",
        *(str(tmp_path / name) for name in bombs),
    ]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    costs = json.loads(answer.stdout)
    assert costs.pop("0-warm-up.png")[0] == "taken"
    allowed_code, allowed_memory, _time = costs.pop("8-largest-allowed.png")
    assert allowed_code == "taken"
    assert 20 < allowed_memory < 150
    assert all(code != "taken" for code, _memory, _time in costs.values()), costs
    assert all(memory < 50 for _code, memory, _time in costs.values()), costs
    assert all(seconds < 1 for _code, _memory, seconds in costs.values()), costs
