import csv
import re

import pytest


def rows_of(file):
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def test_sheets_key_and_questions_are_written(nnviz, folder, qapp):
    words = ["--students", "3", "--out", "a.pdf", "--key", "key.csv", "--moodle", "m.xml", "--gift", "g.txt"]
    assert nnviz("worksheet", "worked-example", *words).status == 0
    assert (folder / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert (folder / "m.xml").read_text(encoding="utf-8").count('type="cloze"') == 3
    rows = rows_of(folder / "key.csv")
    assert len(rows) == (folder / "g.txt").read_text(encoding="utf-8").count("{#")
    assert {row["student"] for row in rows} == {"1", "2", "3"}


def test_only_what_is_left_blank_is_in_the_key(nnviz, folder, qapp):
    words = ["--blank", "L,delta", "--out", "a.html", "--key", "key.csv"]
    assert nnviz("worksheet", "worked-example", *words).status == 0
    assert [row["field"] for row in rows_of(folder / "key.csv")] == [
        "L", "delta2[0]", "delta2[1]", "delta1[0]", "delta1[1]",
    ]  # fmt: skip


def test_the_key_does_not_depend_on_the_language_and_the_sheet_does(nnviz, folder, qapp):
    for language in ("en", "zh"):
        words = ["--out", f"{language}.html", "--key", f"{language}.csv", "--language", language]
        assert nnviz("worksheet", "xor4", *words).status == 0
    assert (folder / "en.csv").read_bytes() == (folder / "zh.csv").read_bytes()
    chinese = (folder / "zh.html").read_text(encoding="utf-8")
    assert '<html lang="zh">' in chinese and "练习单" in chinese and "隐藏层1的净输入" in chinese
    assert re.findall(r"Worksheet|Given|Loss", chinese) == []


def test_the_key_can_be_printed_too(nnviz, folder, qapp):
    assert nnviz("worksheet", "worked-example", "--out", "a.html", "--key", "key.html").status == 0
    assert "0.2984" in (folder / "key.html").read_text(encoding="utf-8")
    assert "0.2984" not in (folder / "a.html").read_text(encoding="utf-8")


def test_a_sheet_goes_to_standard_output_as_html(nnviz, folder, qapp):
    assert nnviz("worksheet", "worked-example", "--out", "-").output.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["worked-example", "--out", "a.docx"], 'a.docx: expected a file that ends in .pdf, .html, got ".docx"'),
        (
            ["worked-example", "--out", "a.pdf", "--key", "k.xlsx"],
            'k.xlsx: expected a file that ends in .pdf, .html, .csv, got ".xlsx"',
        ),
        (["worked-example", "--out", "a.pdf", "--key", "a.pdf"], "a.pdf: only one result can go there"),
        (["worked-example", "--out", "a.pdf", "--students", "501"], "--students: at most 500"),
        (["xor4", "--out", "a.pdf", "--iteration", "2001"], "xor4: the run ends after 2000 iterations"),
        (["digits", "--out", "a.pdf"], "digits: network.hidden: a layer of 64 is too wide"),
        (
            ["worked-example", "--out", "a.pdf", "--blank", "z,b"],
            '--blank: expected some of z, a, L, delta, dW, update, with commas between them, got "z,b"',
        ),
    ],
)
def test_what_cannot_be_made_is_refused(nnviz, folder, qapp, words, complaint):
    outcome = nnviz("worksheet", *words)
    assert outcome.status == 2
    assert outcome.complaint.startswith(complaint)
    assert list(folder.iterdir()) == []
