"""Watches a PyTorch loop while it trains, and writes what it saw when the loop is over."""

from __future__ import annotations

import warnings
from collections import defaultdict, deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Self

import torch

from nnviz.engine.errors import NnvizError
from nnviz.files import WriteError, refuse_unwritable
from nnviz.recordings.problem import RecordingError
from nnviz.recordings.watching.gradients import raw_gradients
from nnviz.recordings.watching.network import linear_layers, numbers_of
from nnviz.recordings.watching.optimisers import optimiser_of
from nnviz.recordings.watching.step import Pass, Seen, see
from nnviz.recordings.watching.writer import Writer
from nnviz.said import said

MOST_PASSES = 4
"""Through a layer, before a step, of which one may be that which the loss is of."""


class Recorder:
    """A context: while it is entered, the optimiser's steps are recorded.

    What it cannot record it refuses when it is entered, or in the loop's first step; what comes later ends the
    recording with a warning, and the loop goes on. On leaving, however the loop ended, the file is written whole.

    Args:
        model: A ``torch.nn.Module`` whose parameters are all those of Linear layers, one after the other.
        optimizer: The one that trains it.
        file: Where to.
        every: Record one step in so many.
        first: The first step to be recorded, counted from 0.
        last: The last one; ``None`` for no bound.
        limit: Bytes at most; recording ends before there would be more.

    Attributes:
        path: Where to.
        steps: How many are recorded.
    """

    def __init__(
        self, model: Any, optimizer: Any, file: str | Path, every: int, first: int, last: int | None, limit: int
    ) -> None:
        for name, value, lowest in (("every", every, 1), ("first", first, 0), ("last", last, 0), ("limit", limit, 1)):
            if value is not None and (type(value) is not int or value < lowest):
                reason = said("Recording", "{name}: expected a whole number ≥ {lowest}")
                raise RecordingError(reason.format(name=name, lowest=lowest))
        self.path = Path(file)
        self._model, self._optimizer = model, optimizer
        self._every, self._first, self._last, self._limit = every, first, last, limit
        self._layers = linear_layers(model)
        self._optimiser = optimiser_of(optimizer, self._layers)
        parameters = [each for layer in self._layers for each in (layer.weight, layer.bias) if each is not None]
        self._trained = [each for each in parameters if id(each) in self._optimiser.trained]
        self._writer: Writer | None = None
        self._undo: list[Callable[[], object]] = []
        self._passes: dict[Any, Pass] = {}
        self._latest: dict[str, deque[Pass]] = defaultdict(deque)
        self._seen: Seen | None = None
        self._raw: dict[int, bytes] = {}
        self._backwards = False
        self._step = 0
        self._in_step = False
        self._ended = ""
        self._warned = False
        self._due = False

    @property
    def steps(self) -> int:
        """How many steps are recorded."""
        return self._writer.steps if self._writer is not None else 0

    def __enter__(self) -> Self:
        try:
            refuse_unwritable(self.path)
        except WriteError as error:
            raise RecordingError(error.text) from None
        self._writer = Writer(self.path, self._layers, self._optimiser, self._optimizer)
        self._due = self._is_due()
        for layer in self._layers:
            handle = layer.module.register_forward_hook(partial(self._forward, layer))
            self._undo.append(handle.remove)
        self._undo.append(self._optimizer.register_step_pre_hook(self._before_step).remove)
        self._undo.append(self._optimizer.register_step_post_hook(self._after_step).remove)
        # The only way to see the loss of a loop that is left as it is: every backward pass begins here.
        backward = torch.autograd.backward
        torch.autograd.backward = partial(self._backward, backward)
        self._undo.append(lambda: setattr(torch.autograd, "backward", backward))
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for undo in reversed(self._undo):
            undo()
        self._undo.clear()
        self._forget()
        writer = self._writer
        assert writer is not None, "it was entered"
        try:
            if writer.steps:
                writer.finish(self._first, self._every, self._step, self._ended)
            elif kind is None and not self._warned:
                _warn(said("Recording", "there is no recording: {reason}").format(reason=self._why_none()))
        except WriteError as error:
            # The loop is over, and what it has learned is worth more than this.
            _warn(said("Recording", "the recording could not be written: {error}").format(error=error.text))
        finally:
            writer.close()

    def _why_none(self) -> str:
        if self._ended:
            return said("Recording", "not even one step fits into {limit:,} bytes").format(limit=self._limit)
        if self._step:
            return said("Recording", "none of the loop's {steps:,} steps was to be recorded").format(steps=self._step)
        return said("Recording", "no step of this optimiser was seen")

    # ---- what happens in a step ----------------------------------------------------------------------------------

    def _is_due(self) -> bool:
        """Whether the step that comes next is to be recorded."""
        step = self._step
        return (
            not self._ended
            and step >= self._first
            and (self._last is None or step <= self._last)
            and (step - self._first) % self._every == 0
        )

    def _forget(self) -> None:
        """Let go of the graph of a step."""
        self._passes.clear()
        self._latest.clear()
        self._seen, self._raw, self._backwards = None, {}, False

    def _forward(self, layer: Any, _: Any, inputs: tuple[Any, ...], output: Any) -> None:
        if not self._due or not torch.is_grad_enabled():
            return
        with self._refusing():
            if len(inputs) != 1 or inputs[0].dim() != 2:
                reason = said("Recording", "what goes in is not a batch of rows, (batch, in)")
                raise RecordingError(reason, layer.name)
            if output.dtype != layer.weight.dtype:
                reason = said("Recording", "computes in {kind}: mixed precision (AMP) cannot be recorded")
                raise RecordingError(reason.format(kind=str(output.dtype).removeprefix("torch.")), layer.name)
            if output.grad_fn is None:
                reason = said("Recording", "is frozen, and so is all before it: no error signal reaches it")
                raise RecordingError(reason, layer.name)
            made = Pass(layer, inputs[0], numbers_of(output), output.grad_fn)
            latest = self._latest[layer.name]
            latest.append(made)
            if len(latest) > MOST_PASSES:
                # Nobody goes back through it: an evaluation, for example.
                self._passes.pop(latest.popleft().node, None)
            self._passes[made.node] = made
            output.register_hook(partial(self._take_delta, made))

    @staticmethod
    def _take_delta(made: Pass, delta: Any) -> None:
        made.delta = numbers_of(delta)

    def _backward(self, backward: Callable[..., None], tensors: Any, *rest: Any, **named: Any) -> None:
        with self._refusing():
            loss = tensors[0] if isinstance(tensors, (list, tuple)) and len(tensors) == 1 else tensors
            if self._due and self._passes and isinstance(loss, torch.Tensor) and loss.grad_fn is not None:
                self._see(loss)
        self._backwards = True
        backward(tensors, *rest, **named)
        if self._due and self._seen is not None and not self._raw:
            self._raw = raw_gradients(self._layers)
            if self._in_step:
                self._begin()

    def _see(self, loss: Any) -> None:
        if loss.numel() != 1:
            raise RecordingError(said("Recording", "the loss of a batch is one number"))
        seen = see(loss, self._passes)
        if seen is None:
            return
        if self._seen is not None:
            raise RecordingError(
                said("Recording", "there are several backward passes before one step: accumulated gradients")
            )
        if any(each.grad is not None and bool(each.grad.any()) for each in self._trained):
            reason = said(
                "Recording", "gradients are not zero before the backward pass: optimizer.zero_grad() is missing?"
            )
            raise RecordingError(reason)
        self._seen = seen

    def _before_step(self, _: Any, given: tuple[Any, ...], named: dict[str, Any]) -> None:
        if not self._due:
            return
        if self._seen is None and (any(map(callable, given)) or named.get("closure") is not None):
            # Forward and backward come within the step, before it changes anything.
            self._in_step = True
        else:
            self._begin()

    def _begin(self) -> None:
        with self._refusing():
            if self._seen is None:
                raise RecordingError(
                    said("Recording", "no loss.backward() of this model was seen before the step")
                    if self._passes or not self._backwards
                    else said(
                        "Recording",
                        "the model's Linear layers were not called as modules before loss.backward(): "
                        "torch.nn.functional.linear or a compiled copy cannot be recorded",
                    )
                )
            assert self._writer is not None, "it was entered"
            self._writer.begin(self._seen, self._raw)

    def _after_step(self, *_: Any) -> None:
        writer = self._writer
        assert writer is not None, "it was entered"
        if self._due and self._seen is not None:
            with self._refusing():
                if not writer.complete(self._limit):
                    self.end(said("Recording", "the recording is as large as it may be"))
        self._in_step = False
        self._forget()
        self._step += 1
        self._due = self._is_due()

    # ---- what cannot be ------------------------------------------------------------------------------------------

    def _refusing(self) -> _Refusing:
        return _Refusing(self)

    def refuse(self, reason: str) -> bool:
        """Whether a problem ends the recording alone: after its first step, no loop is broken off."""
        if not self._step:
            return False
        self.end(reason)
        self._warned = True
        _warn(said("Recording", "recording ends at step {step}: {error}").format(step=self._step, error=reason))
        return True

    def end(self, reason: str) -> None:
        """Record nothing more."""
        self._ended = reason
        self._due = False


def _warn(text: str) -> None:
    warnings.warn(f"nnviz: {text}", RuntimeWarning, stacklevel=4)


class _Refusing:
    """A context in which a problem of the recording is no problem of a loop that has begun."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, (NnvizError, WriteError)):
            return self._recorder.refuse(error.text)
        if error is not None:
            self._recorder.end(said("Recording", "recording was interrupted within a step"))
        return False
