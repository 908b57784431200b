from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_core.media.names import extension_of, safe_name


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Karta pracy – słowa.pdf", "karta-pracy-slowa.pdf"),
        ("Мова ворожнечі.pdf", "mova-vorozhnechi.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Jan\\plan.pdf", "plan.pdf"),
        ("plan.exe.pdf", "plan-exe.pdf"),
        ("plan\u202efdp.exe.pdf", "planfdp-exe.pdf"),
        ("plan\0.pdf", "plan.pdf"),
        ('"><script>alert(1)</script>.pdf', "script.pdf"),
        (".pdf", "pdf.pdf"),
        ("x" * 300 + ".pdf", "x" * 60 + ".pdf"),
        ("…", "file.pdf"),
    ],
)
def test_names(sent: str, kept: str) -> None:
    assert safe_name(sent, "pdf") == kept


@given(st.text(max_size=400))
def test_no_name_is_ever_unsafe(name: str) -> None:
    kept = safe_name(name, "pdf")
    assert len(kept) <= 64
    assert kept.isascii()
    assert set(kept) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert kept.count(".") == 1
    assert not kept.startswith((".", "-"))


@pytest.mark.parametrize(
    ("name", "extension"),
    [
        ("a.PDF", "pdf"),
        ("a.pdf.exe", "exe"),
        ("a", ""),
        ("a.pdf ", "pdf"),
        ("dir.pdf/a", ""),
        ("a.pdf\0.exe", "exe"),
    ],
)
def test_the_last_ending_counts(name: str, extension: str) -> None:
    assert extension_of(name) == extension
