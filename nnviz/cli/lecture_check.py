"""``nnviz lecture check``: trains the networks of a lecture, and tests everything that it claims."""

import argparse
from typing import TYPE_CHECKING

from nnviz.cli.arguments import STANDARD_OUTPUT, add_output, whole_number
from nnviz.cli.inputs import inputs_of
from nnviz.cli.lectures import add_lecture, reading_of
from nnviz.cli.outcome import BAD_INPUT, DONE, RunFailedError, tell
from nnviz.cli.outputs import refuse_outputs, write_output
from nnviz.cli.progress import processors, watch
from nnviz.cli.tables import aligned
from nnviz.said import said

if TYPE_CHECKING:
    from nnviz.lecture.claims import Verdict
    from nnviz.lecture.values import Claim

FORMAT = "nnviz-lecture-check/1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what ``lecture check`` takes."""
    add_lecture(parser)
    parser.add_argument(
        "--first-seed",
        metavar="K",
        type=whole_number(0),
        default=1,
        help=said("Command", "the seeds of weights and batches count from here (default: 1)"),
    )
    add_output(parser, "--json", said("Command", "write a row for each claim: measured, bound, share of the seeds"))
    parser.epilog = said(
        "Command",
        "What is measured is the median over a claim's seeds; the claim holds where as large a share of "
        "them as it\n"
        "says is within its bound. Exit status 1 if one falls short, 2 if something is wrong with the "
        "lecture.",
    )


def run(arguments: argparse.Namespace) -> int:
    """Check; exit status 1 if a claim falls short, and 2 if something is wrong with the lecture."""
    refuse_outputs(inputs_of(arguments.lecture), arguments.json)
    reading = reading_of(arguments)
    from nnviz.lecture.claims import Trial

    trial = Trial(reading.lecture, arguments.first_seed)
    watch(trial.run(processors()), trial.epochs, lambda: (trial.epochs_done, ""))
    verdicts = list(trial.verdicts())
    short = sum(not verdict.holds for verdict in verdicts)
    if arguments.json is not None:
        _write(arguments, verdicts)
    if arguments.json != STANDARD_OUTPUT:
        tell(_table(verdicts, arguments.first_seed))
    if reading.problems:
        return BAD_INPUT
    if short:
        raise RunFailedError(
            said("Command", "{lecture}: {short:,} of {verdicts:,} claims fall short").format(
                lecture=arguments.lecture, short=short, verdicts=len(verdicts)
            )
        )
    return DONE


def _write(arguments: argparse.Namespace, verdicts: list["Verdict"]) -> None:
    import msgspec

    from nnviz.engine.reports.plain import plain_number

    rows = [
        {
            "scene": verdict.scene,
            "claim": verdict.number,
            **{name: value for name, value in msgspec.to_builtins(verdict.claim).items() if name != "seeds"},
            "of": verdict.claim.of,
            "seeds": verdict.claim.seeds,
            "wanted_share": verdict.claim.share,
            "measured": plain_number(verdict.measured),
            "values": [plain_number(value) for value in verdict.values],
            "share": verdict.share,
            "holds": verdict.holds,
        }
        for verdict in verdicts
    ]
    fields = {
        "format": FORMAT,
        "lecture": arguments.lecture,
        "first_seed": arguments.first_seed,
        "holds": all(verdict.holds for verdict in verdicts),
        "claims": rows,
    }
    write_output(arguments.json, [msgspec.json.format(msgspec.json.encode(fields), indent=1), b"\n"])


def _table(verdicts: list["Verdict"], first_seed: int) -> list[str]:
    if not verdicts:
        return [said("Command", "no claims")]
    names = (
        said("Command", "scene"),
        said("Command", "claim"),
        "",
        said("Command", "measured"),
        said("Command", "seeds"),
        said("Command", "share"),
        said("Command", "wanted"),
    )
    rows = [
        [
            verdict.scene,
            _in_words(verdict.claim),
            said("Command", "holds") if verdict.holds else said("Command", "falls short"),
            f"{verdict.measured:.4g}",
            f"{first_seed}–{first_seed + verdict.claim.seeds - 1}" if verdict.claim.seeds > 1 else f"{first_seed}",
            f"{verdict.share:.0%}",
            f"{verdict.claim.share:.0%}",
        ]
        for verdict in verdicts
    ]
    return aligned([names, *rows], texts=3)


def _in_words(claim: "Claim") -> str:
    """``right train.loss < 0.01 after 2 (network.hidden = [4])``."""
    from nnviz.engine.names import shown

    about = (
        claim.pick
        or ("" if claim.layer is None else said("Command", "layer {layer}").format(layer=claim.layer))
        or (claim.batch and f"{claim.batch}")
    )
    tolerance = f" ± {claim.tolerance:g}" if claim.tolerance else ""
    parts = [
        "" if claim.of == "left" else claim.of,
        claim.metric,
        f"({about})" if about else "",
        f"{claim.is_} {claim.bound:g}{tolerance}",
        "" if claim.after is None else said("Command", "after cue {after}").format(after=claim.after),
        f"({', '.join(f'{name} = {shown(value)}' for name, value in claim.set.items())})" if claim.set else "",
    ]
    return " ".join(part for part in parts if part)
