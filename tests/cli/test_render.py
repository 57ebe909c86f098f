import pytest


@pytest.mark.parametrize("text", ["1280", "0x720", "1280x", "9999x9999", "1e3x5", "-1x5", "99999999999x1"])
def test_a_size_is_width_and_height(nnviz, text):
    outcome = nnviz("render", "circle", "--out", "a.png", f"--size={text}")
    assert outcome.status == 2
    assert outcome.complaint == (
        "--size: expected WIDTHxHEIGHT, for example 1280x720, at most 7680 pixels a side, "
        f'got "{text}" (see "nnviz render --help")'
    )


def test_a_theme_is_one_of_three(nnviz):
    outcome = nnviz("render", "circle", "--out", "a.png", "--theme", "pink")
    assert outcome.status == 2
    assert "'light', 'dark', 'projector'" in outcome.complaint


def test_a_picture_is_a_png(nnviz, folder):
    assert nnviz("render", "circle", "--out", "a.jpg").complaint == 'a.jpg: pictures are PNG files, not ".jpg"'


def test_the_place_in_time_must_exist(nnviz, folder):
    for words, complaint in (
        (["--phase", "z9"], 'xor4: no phase "z9"; known: x, z1, a1'),
        (["--iteration", "2001"], "xor4: the run ends after 2000 iterations"),
    ):
        outcome = nnviz("render", "xor4", "--out", "a.png", *words)
        assert outcome.status == 2
        assert outcome.complaint.startswith(complaint)
    assert list(folder.iterdir()) == []


def test_a_picture_has_the_size_that_was_asked_for(nnviz, folder, qapp):
    from PySide6.QtGui import QImage

    assert nnviz("render", "xor4", "--out", "a.png", "--size", "1280x720", "--phase", "delta1").status == 0
    picture = QImage(str(folder / "a.png"))
    assert (picture.width(), picture.height()) == (1280, 720)
