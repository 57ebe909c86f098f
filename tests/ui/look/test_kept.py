from nnviz.ui.look.kept import Kept


def test_what_is_kept_is_made_once():
    made = []
    kept = Kept[int](2)
    for _ in range(3):
        assert kept.get("a", lambda: made.append(1) or 7) == 7
    assert len(made) == 1 and "a" in kept and len(kept) == 1


def test_of_too_many_the_one_not_used_for_longest_is_let_go():
    kept = Kept[str](2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, str)
    assert "a" in kept and "c" in kept and "b" not in kept


def test_nothing_is_left_when_all_is_let_go():
    kept = Kept[str](2)
    kept.get("a", str)
    kept.clear()
    assert len(kept) == 0
