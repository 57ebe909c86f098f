import pytest


def test_a_page_is_one_file(nnviz, folder):
    assert nnviz("page", "circle", "--out", "circle.html").status == 0
    assert (folder / "circle.html").read_text().startswith("<!DOCTYPE html>")


def test_it_begins_in_the_language_that_is_asked_for_and_has_both(nnviz, folder):
    assert nnviz("page", "circle", "--language", "zh", "--out", "circle.html").status == 0
    page = (folder / "circle.html").read_text()
    assert '<html lang="zh">' in page and '"Forward"' in page and '"前向传播"' in page


def test_a_scene_of_a_lecture(nnviz):
    outcome = nnviz("page", "hidden-layers", "--scene", "reuse", "--out", "-")
    assert outcome.status == 0, outcome.errors
    assert "A new task, and only twelve labelled points." in outcome.output


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (
            ["circle", "--set", "network.hidden=[100]"],
            "circle: a page has room for 64 units in a layer, and this network has one of 100",
        ),
        (["circle", "--scene", "xor"], "--scene is one of a lecture, and EXPERIMENT is none"),
        (
            ["hidden-layers", "--set", "training.epochs=3"],
            "--set is about an experiment; the state of a cue is what its scene says",
        ),
        (["hidden-layers", "--scene", "reus"], 'hidden-layers.toml: no scene "reus"; did you mean "reuse"?'),
    ],
)
def test_what_cannot_be_a_page_is_said_in_a_line(nnviz, folder, words, complaint):
    outcome = nnviz("page", *words, "--out", "x.html")
    assert outcome.status == 2 and outcome.complaint == complaint
    assert list(folder.iterdir()) == []


def test_what_is_called_something_else_is_no_page(nnviz, folder):
    outcome = nnviz("page", "circle", "--out", "circle.toml")
    assert (outcome.status, outcome.complaint) == (
        2,
        'circle.toml: expected a file that ends in .html, .htm, got ".toml"',
    )
    assert list(folder.iterdir()) == []
