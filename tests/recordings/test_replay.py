"""A run of a recording is the run that was recorded: to the bit, in any order, to its end and no further."""

import numpy as np
import pytest

from nnviz.engine.errors import PlaceError
from nnviz.recordings.epochs import steps_per_epoch
from nnviz.recordings.reading import open_recording
from nnviz.recordings.replay import Replay
from tests.recordings.own import about_of, own_recording, own_training, write


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_it_is_the_run_that_was_recorded(optimizer, tmp_path):
    trainer, records = own_training(**{"training.optimizer": optimizer})
    replay = Replay(open_recording(write(tmp_path / "a.nnviz-run", trainer, records)))
    assert replay.architecture == trainer.architecture
    for record in records:
        again = replay.iterate()
        assert (again.iteration, again.epoch, again.batch) == (record.iteration, record.epoch, record.batch)
        assert again.arena.tobytes() == record.arena.tobytes()
        assert again.before.tobytes() == record.before.tobytes()
        assert again.after.tobytes() == record.after.tobytes()
    rows = trainer.history.rows
    assert np.array_equal(replay.history.rows[:, :3], rows[:, :3]) and len(rows) == 7


def test_any_step_can_be_gone_to(tmp_path):
    trainer, records = own_training()
    replay = Replay(open_recording(write(tmp_path / "a.nnviz-run", trainer, records)))
    for step in (17, 3, 29, 0):
        replay.seek(step)
        assert np.array_equal(replay.theta(), records[step].theta)
        assert replay.iterate().arena.tobytes() == records[step].arena.tobytes()


def test_it_ends_where_the_recording_ends(tmp_path):
    replay = Replay(own_recording(tmp_path / "a.nnviz-run"))
    assert replay.run(29) is None
    assert replay.run() == "epochs"
    assert replay.history.message == "the recording ends here"
    with pytest.raises(PlaceError, match="30 iterations"):
        replay.seek(31)
    with pytest.raises(PlaceError, match="trains on in nnviz's own engine"):
        replay.go_on()
    assert replay.iterate().iteration == 29


def test_why_it_ends_is_said(tmp_path):
    trainer, records = own_training()
    about = about_of(trainer, ended="it is as large as it may be")
    replay = Replay(open_recording(write(tmp_path / "a.nnviz-run", trainer, records, about)))
    replay.run()
    assert replay.history.message == "the recording ends here: it is as large as it may be"


def test_nothing_in_it_can_be_changed(tmp_path):
    replay = Replay(own_recording(tmp_path / "a.nnviz-run"))
    for refused in (lambda: replay.change(()), replay.fork, replay.restore_best):
        with pytest.raises(PlaceError, match="this is a recording"):
            refused()


def batches(*rows):
    return np.concatenate(rows), np.cumsum([0, *map(len, rows)])


@pytest.mark.parametrize(
    ("rows", "steps"),
    [
        ([[0, 1], [2, 3], [3, 0], [1, 2]], 2),
        ([[0, 1], [2], [2, 0], [1]], 2),
        ([[0, 1, 2]] * 3, 1),
        ([[0, 1], [2, 3], [4, 5]], 1),  # never again
        ([[0, 1], [2, 3], [0, 1], [0, 2]], 1),  # twice in an epoch
        ([[0, 0], [1, 2], [0, 1]], 1),  # twice in a batch
        ([[0, 1], [2, 3], [3, 0], [1, 2], [0]], 2),
    ],
)
def test_an_epoch_ends_where_an_example_comes_again(rows, steps):
    assert steps_per_epoch(*batches(*rows)) == steps
