"""Valid lectures for property tests: small networks, few epochs, cues of every kind."""

from hypothesis import strategies as st

from nnviz.lecture.values import FORMAT, Ask, Claim, Cue, Lecture, Picture, Scene, Seeds, Train, Twin, Words

EPOCHS = 12
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8)
TEXTS = st.builds(Words, en=WORDS, zh=WORDS | st.just(""))
EXPERIMENTS = st.sampled_from(
    [
        "xor4",
        {"data": {"source": "xor4", "split": [1.0, 0.0, 0.0], "standardize": False}, "training": {"batch_size": 3}},
        {"data": {"source": "moons", "examples": 20}, "network": {"hidden": [2, 2]}, "training": {"optimizer": "adam"}},
    ]
)
EVENTS = {
    "W1[0,1]": st.floats(-2, 2) | st.sampled_from(["frozen", "trains"]),
    "b1[1]": st.floats(-2, 2),
    "h1[1]": st.sampled_from(["off", "on"]),
    "training.learning_rate": st.floats(0.01, 1.0),
}
FIELDS = {
    "network.activation": st.sampled_from(["tanh", "relu"]),
    "network.seed": st.integers(0, 9),
}
PHASES = st.sampled_from(["x", "z1", "a1", "L", "delta1", "update"])
VIEWS = st.fixed_dictionaries(
    {},
    optional={
        "panels": st.lists(st.sampled_from(["data", "loss", "units"]), unique=True, max_size=2),
        "maps": st.booleans(),
        "at": st.fixed_dictionaries({"phase": PHASES}, optional={"iteration": st.integers(0, 4)}),
        "hidden_space": st.fixed_dictionaries({}, optional={"layer": st.integers(0, 1)}),
    },
)


def sets(more=()):
    """What a cue can set."""
    return st.fixed_dictionaries({}, optional={**EVENTS, **dict(more)})


@st.composite
def cues(draw, twin=False):
    trains = st.none() | st.builds(Train, epochs=st.integers(1, 2)) | st.builds(Train, iterations=st.integers(1, 3))
    return Cue(
        say=draw(TEXTS),
        notes=draw(st.just(Words()) | TEXTS),
        view=draw(VIEWS),
        train=draw(trains),
        set=draw(st.just({}) | sets() | sets(FIELDS.items())),
        right=draw(sets()) if twin else {},
        restart=draw(st.sampled_from([False, False, False, True])),
    )


@st.composite
def scenes(draw, name="scene", others=(), kinds=("network", "twin", "seeds", "text")):
    kind = draw(st.sampled_from(kinds))
    if kind == "text":
        pictures = tuple(Picture(scene=other, say=draw(TEXTS)) for other in others)
        said = draw(st.lists(st.builds(Cue, say=TEXTS), min_size=1, max_size=3))
        return Scene(id=name, title=draw(TEXTS), text=draw(TEXTS), pictures=pictures, cues=tuple(said))
    experiment = draw(EXPERIMENTS)
    fields = {"training.epochs": EPOCHS}
    if "moons" in str(experiment) and draw(st.booleans()):
        fields["training.early_stopping"] = {"patience": 3}
    shown = tuple(draw(st.lists(cues(twin=kind == "twin"), min_size=1, max_size=4)))
    claim = Claim(metric="train.loss", is_=draw(st.sampled_from(["<", ">="])), bound=draw(st.floats(-1, 1)))
    ask = Ask(before=len(shown), text=draw(TEXTS), answers=(draw(TEXTS), draw(TEXTS)), right=2)
    return Scene(
        id=name,
        title=draw(TEXTS),
        slide=draw(st.none() | st.integers(0, 40)),
        minutes=draw(st.floats(0, 9)),
        experiment=experiment,
        set=fields,
        twin=Twin(set=draw(sets(FIELDS.items()))) if kind == "twin" else None,
        seeds=Seeds(count=2, grid={"network.activation": ("tanh", "relu")}) if kind == "seeds" else None,
        view=draw(VIEWS.map(lambda view: {**view, "at": {"phase": "x"}})),
        cues=shown,
        asks=(ask,) if draw(st.booleans()) else (),
        claims=(claim,) if draw(st.booleans()) else (),
    )


@st.composite
def lectures(draw):
    count = draw(st.integers(1, 3))
    names = [f"scene-{number}" for number in range(count)]
    made = [draw(scenes(name, names[:place])) for place, name in enumerate(names)]
    return Lecture(format=FORMAT, title=draw(TEXTS), scenes=tuple(made))
