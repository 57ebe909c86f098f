"""Sweeps on a real cluster of two worker processes: the same table, news on the way, and workers that are lost."""

import logging

import pytest

from nnviz.cli import main
from nnviz.engine.sweeps import sweep_cluster
from nnviz.engine.sweeps.sweep import Sweep
from nnviz.engine.sweeps.sweep_cluster import ClusterError
from nnviz.engine.sweeps.sweep_table import to_csv
from tests.engine.networks import experiment

distributed = pytest.importorskip("distributed", reason="distributed is not installed")

GRID = {"training.learning_rate": [0.1, 1.0], "network.hidden": [[4], [3, 2]]}


def sweep(epochs=20):
    return Sweep(experiment(count=40, split=(0.5, 0.3, 0.2), epochs=epochs), seeds=4, grid=GRID)


@pytest.fixture(scope="module")
def cluster():
    # Any free port: those who test beside this one have clusters too.
    options = {"processes": True, "dashboard_address": ":0"}
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, **options) as made:
        yield made


@pytest.fixture(autouse=True)
def quiet():
    """What a cluster has to say of workers that are killed on purpose."""
    logger = logging.getLogger("distributed")
    before = logger.level
    for name in ("distributed", "distributed.nanny", "distributed.scheduler"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    yield
    logger.setLevel(before)


def test_a_cluster_comes_to_the_same_to_the_bit(cluster):
    here, there = sweep(), sweep()
    list(here.run())
    list(there.run(on=cluster.scheduler_address))
    assert to_csv(there) == to_csv(here)


def test_a_worker_that_is_killed_is_survived(cluster):
    here, there = sweep(epochs=6000), sweep(epochs=6000)
    list(here.run())
    victims = [nanny.process.process for nanny in cluster.workers.values()][:1]
    killed_at = None
    for _ in there.pieces(on=cluster.scheduler_address):
        if there.epochs_done and victims:
            killed_at = there.epochs_done
            victims.pop().kill()
    assert killed_at is not None
    assert killed_at < there.epochs
    assert to_csv(there) == to_csv(here)


def test_how_far_it_is_comes_in_on_the_way(cluster):
    there = sweep(epochs=100_000)
    pieces = there.pieces(on=cluster.scheduler_address)
    while there.epochs_done == 0:
        next(pieces)
    assert 0 < there.epochs_done < there.epochs
    assert not there.results
    pieces.close()


def test_what_is_interrupted_is_taken_back_from_the_workers(cluster):
    there = sweep(epochs=100_000)
    pieces = there.pieces(on=cluster.scheduler_address)
    next(pieces)
    pieces.close()
    assert there.epochs_done == 0
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        wanted = client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks))
        assert wanted == 0


def test_the_command_sweeps_on_a_cluster(cluster, tmp_path, qapp):
    words = ["sweep", "xor", "--seeds", "3", "--set", "training.epochs=5", "--csv"]
    assert main([*words, str(tmp_path / "here.csv")]) == 0
    assert main([*words, str(tmp_path / "there.csv"), "--on", cluster.scheduler_address]) == 0
    assert (tmp_path / "there.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense://x", "tcp://"])
def test_an_address_where_nothing_answers_is_named(address, monkeypatch):
    monkeypatch.setattr(sweep_cluster, "PATIENCE", 0.5)
    with pytest.raises(ClusterError, match=f"^{address}: no Dask scheduler answers there") as caught:
        list(sweep().run(on=address))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("address", ["nonsense", "nonsense://x", "127.0.0.1:abc", "tls://127.0.0.1:1"])
def test_an_address_that_cannot_be_read_comes_to_no_client(address, monkeypatch):
    """One that is made there is never closed, and complains at the end of the process."""
    made = []
    monkeypatch.setattr(distributed, "Client", lambda *words, **_: made.append(words))
    with pytest.raises(ClusterError, match=f"^{address}: no Dask scheduler answers there"):
        list(sweep().run(on=address))
    assert not made


def test_a_worker_with_another_version_is_refused(cluster, monkeypatch):
    monkeypatch.setattr(sweep_cluster, "__version__", "0.0.9")
    with pytest.raises(ClusterError, match=r"the worker tcp://.* has nnviz .*, here it is nnviz 0\.0\.9"):
        list(sweep().run(on=cluster.scheduler_address))
