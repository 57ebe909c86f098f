"""Loops that cannot be recorded say why, and where; and a loop that has begun is never broken off."""

import errno

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is not installed")

import nnviz
from nnviz.recordings.checking import Check, check_of
from nnviz.recordings.problem import RecordingError
from nnviz.recordings.reading import open_recording
from nnviz.recordings.spool import Spool
from tests.recordings.loops import recorded

nn = torch.nn
X, Y = torch.randn(6, 2), torch.rand(6, 1).round()


def refused(path, model, *, optimizer=None, loss=None, x=X, y=Y, loop=None):
    """Why a loop is refused, whether on entering or in the first step; nothing is written."""
    optimizer = optimizer or torch.optim.SGD(model.parameters(), lr=0.1)
    loss = loss or nn.BCEWithLogitsLoss()

    def usual():
        optimizer.zero_grad()
        loss(model(x), y).backward()
        optimizer.step()

    with pytest.raises(RecordingError) as caught, nnviz.record(model, optimizer, path):
        (loop or usual)()
    assert not path.exists() and "\n" not in caught.value.text
    return caught.value.text


def chain(*between, output=1):
    return nn.Sequential(nn.Linear(2, 3), *between, nn.Linear(3, output))


class Shared(nn.Module):
    """One layer, used twice."""

    def __init__(self):
        super().__init__()
        self.first, self.again, self.last = nn.Linear(2, 3), nn.Linear(3, 3), nn.Linear(3, 1)

    def forward(self, x):
        a = torch.tanh(self.first(x))
        return self.last(torch.tanh(self.again(torch.tanh(self.again(a)))))


class Skipping(Shared):
    """A way around a layer."""

    def forward(self, x):
        a = torch.tanh(self.first(x))
        return self.last(a + torch.tanh(self.again(a)))


class Unused(Shared):
    """A layer that has no part in the answer."""

    def forward(self, x):
        return self.last(torch.tanh(self.first(x)))


LAYERS = [
    (lambda: nn.Sequential(nn.Conv1d(1, 1, 2), nn.Linear(1, 1)), "0: is a Conv1d"),
    (lambda: chain(nn.BatchNorm1d(3)), "1: is a BatchNorm1d"),
    (lambda: chain(nn.LayerNorm(3)), "1: is a LayerNorm"),
    (lambda: chain(nn.PReLU()), "1: is a PReLU"),
    (lambda: chain(nn.Dropout(0.2)), "1: dropout"),
    (lambda: chain(nn.Hardtanh()), "2: what comes between 0 and it (hardtanh) is no activation"),
    (
        lambda: chain(nn.LeakyReLU(0.3)),
        "0 and it (leaky_relu) has negative_slope = 0.3, and nnviz's 0.01",
    ),
    (lambda: chain(nn.Tanh(), nn.ReLU()), "3: what comes between 0 and it (relu, tanh)"),
    (lambda: chain(nn.GELU("tanh")), "(gelu)"),
    (lambda: chain(nn.Softmax(dim=1)), "(softmax)"),
    (lambda: chain(nn.Unflatten(1, (3, 1)), nn.Flatten()), "3: what comes between 0 and it"),
    (Shared, "again: comes after a layer that is used more than once"),
    (Skipping, "last: what comes before it (add)"),
    (Unused, "again: has no part in the loss"),
    (lambda: nn.utils.parametrizations.weight_norm(nn.Linear(2, 1)), "is a ParametrizedLinear"),
    (lambda: nn.LazyLinear(1), "is a LazyLinear"),
    (lambda: chain(nn.Softplus(1.0, 5.0)), "(softplus)"),
    (lambda: nn.Linear(2, 1).half(), "float16"),
    (lambda: nn.Linear(2, 1).to("meta"), "holds no numbers"),
    (lambda: nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1).double()), "float32, float64"),
]


@pytest.mark.parametrize(("model", "reason"), LAYERS, ids=[reason for _, reason in LAYERS])
def test_what_is_no_chain_of_linear_layers_is_refused(model, reason, tmp_path):
    made = model()
    parameters = [each for each in made.parameters() if not isinstance(each, nn.UninitializedParameter)]
    optimizer = torch.optim.SGD(parameters or [torch.ones(1)], lr=0.1)
    assert reason in refused(tmp_path / "a.nnviz-run", made, optimizer=optimizer)


def test_a_frozen_beginning_is_refused(tmp_path):
    model = chain(nn.Tanh())
    model[0].requires_grad_(False)
    assert "0: is frozen" in refused(tmp_path / "a.nnviz-run", model)


def test_a_compiled_or_scripted_model_is_refused(tmp_path):
    compiled = torch.compile(chain(nn.Tanh()), backend="eager")
    assert "compiled" in refused(tmp_path / "a.nnviz-run", compiled)
    with pytest.warns(DeprecationWarning, match="script"):
        scripted = torch.jit.script(chain(nn.Tanh()))
    assert "scripted" in refused(tmp_path / "a.nnviz-run", scripted)


OPTIMISERS = [
    (lambda parameters: torch.optim.LBFGS(parameters), "LBFGS is none"),
    (lambda parameters: torch.optim.Adam(parameters, amsgrad=True), "amsgrad = True"),
    (lambda parameters: torch.optim.SGD(parameters, lr=0.1, momentum=0.9, dampening=0.5), "dampening = 0.5"),
    (lambda parameters: torch.optim.SGD(parameters, lr=0.1, maximize=True), "maximize = True"),
    (lambda parameters: torch.optim.RMSprop(parameters, centered=True), "centered = True"),
    (lambda parameters: torch.optim.Adam(parameters, weight_decay=0.1), "weight_decay is on biases too"),
    (lambda parameters: [torch.optim.SGD(parameters, lr=0.1)], "not several"),
    (lambda _: torch.optim.SGD([torch.ones(2, requires_grad=True)], lr=0.1), "not those of the model's layers"),
    (lambda each: torch.optim.SGD([{"params": each[:2], "lr": 0.3}, {"params": each[2:]}], lr=0.1), "differ in lr"),
]


@pytest.mark.parametrize(("optimizer", "reason"), OPTIMISERS, ids=[reason for _, reason in OPTIMISERS])
def test_other_optimisers_are_refused(optimizer, reason, tmp_path):
    model = chain(nn.Tanh())
    assert reason in refused(tmp_path / "a.nnviz-run", model, optimizer=optimizer(list(model.parameters())))


LOSSES = [
    (nn.SmoothL1Loss(), Y, "the loss (smooth_l1_loss) is none"),
    (nn.L1Loss(), Y, "the loss (abs"),
    (nn.MSELoss(reduction="sum"), Y, "a sum over the batch"),
    (nn.BCEWithLogitsLoss(reduction="sum"), Y, "the loss of this step is"),
    (nn.BCEWithLogitsLoss(pos_weight=torch.tensor(2.0)), Y, "has a weight or a pos_weight: none that nnviz has"),
    (lambda answers, y: nn.functional.mse_loss(torch.relu(answers), y), Y, "(relu) is no output"),
    (lambda answers, y: ((answers - y[:, 0]) ** 2).mean(), Y, "each with each"),
    (lambda answers, y: nn.functional.mse_loss(answers, y) + answers.abs().mean(), Y, "a sum of losses"),
    (nn.BCEWithLogitsLoss(), Y * 0.5, "compares classes"),
    (lambda answers, y: nn.functional.mse_loss(answers, y) * 1024.0, Y, "the loss is 1024 times"),
    (lambda answers, y: nn.BCEWithLogitsLoss()(torch.sigmoid(answers), y), Y, "a sigmoid of what it gets"),
]


@pytest.mark.parametrize(("loss", "y", "reason"), LOSSES, ids=[reason for *_, reason in LOSSES])
def test_other_losses_are_refused(loss, y, reason, tmp_path):
    assert reason in refused(tmp_path / "a.nnviz-run", chain(nn.Tanh()), loss=loss, y=y)


def test_a_softmax_over_the_batch_is_refused(tmp_path):
    model = nn.Sequential(nn.Linear(2, 3), nn.LogSoftmax(dim=0))
    labels = torch.tensor([0, 1, 2, 0, 1, 2])
    assert "log_softmax" in refused(tmp_path / "a.nnviz-run", model, loss=nn.NLLLoss(), y=labels)


@pytest.mark.parametrize("last", [nn.Softmax(dim=1), nn.LogSoftmax(dim=1)])
def test_a_softmax_before_one_is_one_too_many(last, tmp_path):
    model = nn.Sequential(nn.Linear(2, 3), last)
    text = refused(tmp_path / "a.nnviz-run", model, loss=nn.CrossEntropyLoss(), y=torch.arange(6) % 3)
    assert "a softmax of what it gets" in text and "one of them is too many" in text


SHARES = torch.full((6, 3), 1.0 / 3.0)


@pytest.mark.parametrize(
    ("loss", "y", "reason"),
    [
        (nn.CrossEntropyLoss(), SHARES, "the targets are shares of classes"),
        (nn.CrossEntropyLoss(weight=torch.ones(3)), torch.arange(6) % 3, "has a weight or a pos_weight"),
        (nn.CrossEntropyLoss(weight=torch.ones(3)), SHARES, "(mul, log_softmax) is no output"),
        (lambda z, y: -(y * torch.log(torch.softmax(z, 1))).sum(1).mean(), SHARES, "(log, softmax) is no output"),
    ],
)
def test_other_cross_entropies_are_refused(loss, y, reason, tmp_path):
    assert reason in refused(tmp_path / "a.nnviz-run", chain(nn.Tanh(), output=3), loss=loss, y=y)


def test_labels_that_are_left_out_are_refused(tmp_path):
    labels = torch.tensor([0, 1, 2, 0, 1, -100])
    text = refused(tmp_path / "a.nnviz-run", chain(nn.Tanh(), output=3), loss=nn.CrossEntropyLoss(), y=labels)
    assert "labels" in text


def test_what_is_no_number_is_refused(tmp_path):
    path, holed = tmp_path / "a.nnviz-run", X.clone()
    holed[2, 1] = float("nan")
    assert "the inputs hold a number that is not finite" in refused(path, chain(nn.Tanh()), x=holed)
    text = refused(path, chain(nn.Tanh()), loss=nn.MSELoss(), y=Y / 0.0)
    assert "the targets hold a number that is not finite" in text
    broken = chain(nn.Tanh())
    with torch.no_grad():
        broken[0].bias[1] = float("inf")
    assert "parameters are not finite" in refused(path, broken)


def test_batches_that_are_too_large_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("nnviz.recordings.watching.writer.MOST_BATCH_NUMBERS", 17)
    assert "batches of 6 examples" in refused(tmp_path / "a.nnviz-run", chain(nn.Tanh()))


def test_more_examples_than_an_experiment_can_have_end_the_recording(tmp_path, monkeypatch):
    monkeypatch.setattr("nnviz.recordings.watching.examples.most_examples", lambda _: 14)
    path, model = tmp_path / "a.nnviz-run", chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    data = [(torch.randn(6, 2), Y) for _ in range(4)]
    recording = recorded(path, model, optimizer, nn.BCEWithLogitsLoss(), data)
    assert len(recording) == 2 and "as large as it may be" in recording.about.ended


def test_mixed_precision_is_refused(tmp_path):
    model = chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    def loop():
        with torch.autocast("cpu", dtype=torch.bfloat16):
            model(X)

    assert "0: computes in bfloat16" in refused(tmp_path / "a.nnviz-run", model, optimizer=optimizer, loop=loop)


@pytest.mark.parametrize("loss", [nn.MSELoss(), nn.BCEWithLogitsLoss()])
def test_a_loss_that_is_scaled_for_mixed_precision_is_refused(loss, tmp_path):
    model = chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scaler = torch.amp.GradScaler("cpu")

    def loop():
        scaler.scale(loss(model(X), Y)).backward()
        scaler.step(optimizer)

    text = refused(tmp_path / "a.nnviz-run", model, optimizer=optimizer, loop=loop)
    assert text.startswith("the loss is 65536 times") and "GradScaler" in text


def test_sequences_are_refused(tmp_path):
    text = refused(tmp_path / "a.nnviz-run", chain(nn.Tanh()), x=torch.randn(6, 4, 2), y=torch.rand(6, 4, 1))
    assert "0: what goes in is not a batch of rows" in text


def steps(model, optimizer, backward_passes=1, zero=True, change=None, closure=False):
    """A few steps of one kind or another."""

    def answer():
        for _ in range(backward_passes):
            nn.functional.binary_cross_entropy_with_logits(model(X), Y).backward()
        if change is not None:
            change()

    def loop():
        for _ in range(3):
            if zero:
                optimizer.zero_grad()
            if closure:
                optimizer.step(answer)
            else:
                answer()
                optimizer.step()

    return loop


def test_accumulated_gradients_are_refused(tmp_path):
    model = chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loop = steps(model, optimizer, backward_passes=2)
    assert "several backward passes" in refused(tmp_path / "a.nnviz-run", model, optimizer=optimizer, loop=loop)


def test_a_step_without_a_loss_is_refused(tmp_path):
    model = chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loop = steps(model, optimizer, backward_passes=0)
    assert "no loss.backward()" in refused(tmp_path / "a.nnviz-run", model, optimizer=optimizer, loop=loop)


def test_a_closure_that_makes_the_step_is_recorded(tmp_path):
    path, model = tmp_path / "a.nnviz-run", chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    with nnviz.record(model, optimizer, path):
        steps(model, optimizer, closure=True)()
    assert check_of(open_recording(path)) == Check(3, "")


def test_gradients_clipped_one_by_one_are_refused(tmp_path):
    model = chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loop = steps(model, optimizer, change=lambda: nn.utils.clip_grad_value_(model.parameters(), 1e-3))
    text = refused(tmp_path / "a.nnviz-run", model, optimizer=optimizer, loop=loop)
    assert "not by clipping their norm" in text


def test_what_the_graph_does_not_show_is_found_by_computing_the_step_again(tmp_path):
    model = chain(nn.Tanh())
    model[2].weight.register_hook(lambda gradient: 2.0 * gradient)
    assert "the gradient of this step" in refused(tmp_path / "a.nnviz-run", model)


def test_layers_that_are_not_called_are_refused(tmp_path):
    model = nn.Linear(2, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    def loop():
        nn.functional.mse_loss(nn.functional.linear(X, model.weight, model.bias), Y).backward()
        optimizer.step()

    assert "were not called as modules" in refused(tmp_path / "a.nnviz-run", model, optimizer=optimizer, loop=loop)


def test_no_step_that_could_be_recorded_is_said(tmp_path):
    path, model = tmp_path / "a.nnviz-run", chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    with (
        pytest.warns(RuntimeWarning, match="none of the loop's 3 steps"),
        nnviz.record(model, optimizer, path, first=9),
    ):
        steps(model, optimizer)()
    with (
        pytest.warns(RuntimeWarning, match="not even one step fits into 100 bytes"),
        nnviz.record(model, optimizer, path, limit=100),
    ):
        steps(model, optimizer)()
    assert not path.exists()


def momentum_changes(_, optimizer):
    optimizer.param_groups[0]["momentum"] = 0.5


def layer_freezes(model, _):
    model[0].bias.requires_grad_(False)


def another_trains(model, _):
    with torch.no_grad():
        model[2].bias += 1.0


def layer_is_replaced(model, _):
    model[2] = nn.Linear(3, 1)


def group_is_added(model, optimizer):
    optimizer.add_param_group({"params": [model[2].bias]})


LATER = [
    (momentum_changes, "cycle_momentum=False"),
    (layer_freezes, "requires_grad of the optimiser"),
    (another_trains, "several optimisers"),
    (layer_is_replaced, "a layer that was not there"),
    (group_is_added, "params of the optimiser"),
]


@pytest.mark.parametrize(("change", "reason"), LATER, ids=[reason for _, reason in LATER])
def test_what_changes_in_the_midst_ends_the_recording_at_once(change, reason, tmp_path):
    path, model = tmp_path / "a.nnviz-run", chain(nn.Tanh())
    optimizer = torch.optim.SGD([*model[0].parameters(), model[2].weight], lr=0.1, momentum=0.9)
    usual = steps(model, optimizer)

    def loop():
        usual()
        change(model, optimizer)
        usual()

    with pytest.warns(RuntimeWarning, match=f"ends at step 3: .*{reason}"), nnviz.record(model, optimizer, path):
        loop()
    assert check_of(open_recording(path)) == Check(3, "")


def test_only_what_the_optimiser_trains_has_to_be_zeroed(tmp_path):
    path, model = tmp_path / "a.nnviz-run", chain(nn.Tanh())
    optimizer = torch.optim.Adam(model[2].parameters())
    with nnviz.record(model, optimizer, path):
        steps(model, optimizer)()
    recording = open_recording(path)
    assert check_of(recording) == Check(3, "") and recording.experiment.network.frozen == ("W1", "b1")


def test_another_pass_before_the_way_back_is_not_the_step_s(tmp_path):
    path, model = tmp_path / "a.nnviz-run", chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    with nnviz.record(model, optimizer, path):
        for _ in range(3):
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(model(X), Y)
            model(X[:2])
            loss.backward()
            optimizer.step()
    assert check_of(open_recording(path)) == Check(3, "")


def test_no_step_at_all_is_said(tmp_path):
    path, model = tmp_path / "a.nnviz-run", chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    with pytest.warns(RuntimeWarning, match="no step of this optimiser"), nnviz.record(model, optimizer, path):
        pass
    assert not path.exists()


def test_what_cannot_be_recorded_later_on_breaks_no_loop_off(tmp_path):
    path, model = tmp_path / "a.nnviz-run", chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loop = steps(model, optimizer, backward_passes=2)
    with pytest.warns(RuntimeWarning, match="ends at step 2: "), nnviz.record(model, optimizer, path, first=2):
        loop()
    assert not path.exists()


def test_a_disk_that_is_full_breaks_no_loop_off(tmp_path, monkeypatch):
    path, model = tmp_path / "a.nnviz-run", chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    def loop():
        steps(model, optimizer)()
        monkeypatch.setattr(Spool, "_write_away", full)
        monkeypatch.setattr("nnviz.recordings.spool.MOST_WAITING", 0)
        steps(model, optimizer)()

    with pytest.warns(RuntimeWarning) as warned, nnviz.record(model, optimizer, path):
        loop()
    assert ["no space left" in str(each.message) for each in warned] == [True, True]
    assert "ends at step 3" in str(warned[0].message) and "could not be written" in str(warned[1].message)


def test_a_problem_later_on_ends_the_recording_and_not_the_loop(tmp_path):
    path, model = tmp_path / "a.nnviz-run", chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loop = steps(model, optimizer, zero=False)
    with pytest.warns(RuntimeWarning, match="ends at step 1: .*zero_grad"), nnviz.record(model, optimizer, path):
        loop()
    recording = open_recording(path)
    assert len(recording) == 1 and "zero_grad" in recording.about.ended and recording.about.seen == 3


def test_another_loop_beside_has_no_part_in_it(tmp_path):
    path, model, other = tmp_path / "a.nnviz-run", chain(nn.Tanh()), nn.Conv1d(2, 1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    with nnviz.record(model, optimizer, path) as recorder:
        for _ in range(3):
            optimizer.zero_grad()
            answers = model(X)
            other(X[:, :, None]).sum().backward()
            nn.functional.mse_loss(answers, Y).backward()
            optimizer.step()
    assert recorder.steps == 3


@pytest.mark.parametrize("settings", [{"every": 0}, {"first": -1}, {"limit": 0}, {"every": 1.5}])
def test_settings_that_are_none_are_refused(settings, tmp_path):
    model = chain(nn.Tanh())
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    with pytest.raises(RecordingError, match="expected a whole number"):
        nnviz.record(model, optimizer, tmp_path / "a.nnviz-run", **settings)


def test_views_of_data_and_activations_in_place_are_no_layers(tmp_path):
    model = nn.Sequential(nn.Flatten(), nn.Linear(4, 3), nn.ReLU(inplace=True), nn.Dropout(0.0), nn.Linear(3, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    x = torch.randn(6, 2, 2)
    recording = recorded(tmp_path / "a.nnviz-run", model, optimizer, nn.MSELoss(), [(x, Y)])
    assert recording.about.layers == ("1", "4")
    assert recording.architecture.activation_name(1) == "relu"
