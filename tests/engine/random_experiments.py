"""Valid experiments for property tests: drawn field by field, complete or not."""

from hypothesis import strategies as st

from nnviz.engine.data.datasets import DATASETS
from nnviz.engine.data.examples import part_sizes
from nnviz.engine.functions.activations import ACTIVATIONS
from nnviz.engine.functions.initialisers import INITIALISERS
from nnviz.engine.functions.losses import LOSS_SCALES
from nnviz.engine.functions.optimisers import OPTIMISERS
from nnviz.engine.functions.schedules import SCHEDULES
from tests.characters import WRITABLE

NUMBERS = st.floats(-1e6, 1e6)
SHARES = st.sampled_from([[0.6, 0.2, 0.2], [0.8, 0.1, 0.1], [0.5, 0.5, 0.0], [1.0, 0.0, 0.0], [0.4, 0.0, 0.6]])
SEEDS = st.integers(0, 2**63 - 1)
TITLES = st.text(WRITABLE, max_size=20)


def some(**fields):
    """A table with some of the fields."""
    return st.fixed_dictionaries({}, optional=fields)


def features(columns):
    """Hand-made features that have a value whatever the raw columns hold."""
    column = st.sampled_from([f"`{name}`" for name in columns])
    one = st.tuples(st.sampled_from(["{}", "{}^2", "sin({})", "max(0, -{})", "2*{} - pi"]), column)
    two = st.tuples(st.sampled_from(["{}*{}", "tanh({} + {})"]), column, column)
    return st.lists((one | two).map(lambda parts: parts[0].format(*parts[1:])), min_size=1, max_size=4, unique=True)


def faults(columns, task, standardize):
    """Faults that data can have."""
    numbers = st.lists(st.floats(-2, 2), min_size=len(columns), max_size=len(columns))
    fields = {
        "scaled_input": st.sampled_from(columns),
        "scale": st.floats(1e-6, 1e6),
        "sorted_split": st.booleans(),
        "leaked_duplicates": st.floats(0, 1),
    }
    if task != "regression":
        fields["mislabelled"] = st.fixed_dictionaries({"centre": numbers, "radius": st.floats(1e-3, 10)})
    if standardize:
        fields["unstandardized_test"] = st.booleans()
    return some(**fields)


@st.composite
def treatment(draw, columns, task):
    """What becomes of the raw examples, whatever they are."""
    fields = {"inputs": features(columns), "standardize": st.booleans()}
    if task == "regression":
        fields["standardize_target"] = st.booleans()
    else:
        fields |= {"label_noise": st.floats(0, 1), "clean_test": st.booleans()}
    data = draw(some(noise=st.floats(0, 10), seed=SEEDS, split=SHARES, **fields))
    if draw(st.booleans()):
        data["faults"] = draw(faults(columns, task, data.get("standardize", True)))
    return data


@st.composite
def built_in_data(draw):
    name = draw(st.sampled_from(list(DATASETS)))
    row = DATASETS[name]
    data = {"source": name, **draw(treatment(row.columns, row.task))}
    # All 1,797 digits would make for slow tests.
    if row.most is not None or (not row.fixed and draw(st.booleans())):
        data["examples"] = draw(st.integers(1, 60))
    return data, row.task


@st.composite
def given_data(draw):
    """Examples that stand in the experiment itself, with classes or rows of numbers as targets."""
    inputs, examples = draw(st.integers(1, 4)), draw(st.integers(1, 12))
    rows = st.lists(NUMBERS, min_size=inputs, max_size=inputs)
    data = {"x": draw(st.lists(rows, min_size=examples, max_size=examples))}
    if draw(st.booleans()):
        data["y"] = draw(st.lists(st.integers(0, 3), min_size=examples, max_size=examples))
        task = "binary" if max(data["y"]) < 2 else "multiclass"
    else:
        targets, task = draw(st.integers(1, 3)), "regression"
        row = st.lists(NUMBERS, min_size=targets, max_size=targets)
        data["y"] = draw(st.lists(row, min_size=examples, max_size=examples))
    return data | draw(treatment([f"x{place}" for place in range(1, inputs + 1)], task)), task


def has_validation(data):
    """Whether the split leaves a validation part."""
    count = len(data["x"]) if "x" in data else data.get("examples") or DATASETS[data["source"]].examples
    return part_sizes(count, data.get("split", [0.6, 0.2, 0.2]))[1] > 0


@st.composite
def optimizer_tables(draw):
    """An optimiser with some of its settings."""
    name = draw(st.sampled_from(list(OPTIMISERS)))
    settings = {setting: st.floats(1e-6, 0.99) for setting in OPTIMISERS[name].settings}
    return {"name": name, **draw(some(**settings))}


@st.composite
def schedule_tables(draw):
    """A schedule with some of its settings."""
    name = draw(st.sampled_from(list(SCHEDULES)))
    whole = {"every", "epochs", "warmup"}
    settings = {
        setting: st.integers(1, 5) if setting in whole else st.floats(0.1, 1) for setting in SCHEDULES[name].settings
    }
    return {"name": name, **draw(some(**settings))}


@st.composite
def tables(draw):
    """The tables of a valid experiment file."""
    data, task = draw(built_in_data() | given_data())
    hidden = draw(st.lists(st.integers(1, 5), max_size=4))
    names = st.sampled_from(list(ACTIVATIONS))
    outputs = {
        "binary": ["sigmoid", "softmax", "linear", "tanh"],
        "multiclass": ["softmax"],
        "regression": ["linear", "tanh", "sigmoid"],
    }
    network = draw(
        some(
            activation=names | st.lists(names, min_size=len(hidden), max_size=len(hidden)),
            output=st.sampled_from(outputs[task]),
            init=st.sampled_from(list(INITIALISERS)),
            constant=st.floats(-2, 2),
            sigma=st.floats(0, 2),
            range=st.floats(0, 2),
            gain=st.floats(-2, 2),
            bias=st.floats(-2, 2) | st.lists(st.floats(-2, 2), min_size=len(hidden) + 1, max_size=len(hidden) + 1),
            seed=SEEDS,
            frozen=st.lists(st.sampled_from(["W1", "b1", "W1[0,0]", "b1[0]"]), max_size=2),
        )
    )
    training = draw(
        some(
            optimizer=st.sampled_from([*OPTIMISERS, {"name": "sgd"}]) | optimizer_tables(),
            learning_rate=st.floats(1e-6, 1.0),
            schedule=st.sampled_from(list(SCHEDULES)) | schedule_tables(),
            clip_norm=st.floats(1e-3, 10),
            l1=st.floats(0, 1),
            l2=st.floats(0, 1),
            dropout=st.floats(0, 0.95) | st.lists(st.floats(0, 0.95), min_size=len(hidden), max_size=len(hidden)),
            shuffle=st.booleans(),
            batch_size=st.integers(1, 100) | st.just("full"),
            epochs=st.integers(1, 5),
            seed=SEEDS,
        )
    )
    if draw(st.booleans()):
        training |= {"loss": "squared_error", **draw(some(loss_scale=st.sampled_from(list(LOSS_SCALES))))}
    if has_validation(data) and draw(st.booleans()):
        training["early_stopping"] = draw(
            some(
                monitor=st.sampled_from(["loss", "score"]),
                patience=st.integers(1, 3),
                min_delta=st.floats(0, 1),
                restore_best=st.booleans(),
            )
        )
    return {"title": draw(TITLES), "data": data, "network": {"hidden": hidden, **network}, "training": training}
