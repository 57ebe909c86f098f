"""Files of weights by their endings: which are read and written, and how the others become one that is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from nnviz.engine.types import Array
from nnviz.engine.weights import ENDINGS, ONNX, SAFETENSORS
from nnviz.engine.weights.chain import Chain, chain_of
from nnviz.engine.weights.content import content_of
from nnviz.engine.weights.onnx_files import onnx_bytes, read_onnx
from nnviz.engine.weights.problem import WeightsError
from nnviz.engine.weights.safetensors import read_tensors, tensor_bytes
from nnviz.said import joined, said
from nnviz.shortened import LONGEST_NAME, called

TORCH = (
    "import sys, torch; from safetensors.torch import save_file; w = torch.load(sys.argv[1], weights_only=True); "
    "save_file(w.get('state_dict', w), sys.argv[2])"
)
PICKLE = (
    "import sys, pickle; from safetensors.numpy import save_file; "
    "save_file(pickle.load(open(sys.argv[1], 'rb')), sys.argv[2])"
)
KERAS = (
    "import sys, keras; from safetensors.numpy import save_file; m = keras.models.load_model(sys.argv[1]); "
    "save_file({str(i) + n: v.T.copy() for i, l in enumerate(m.layers) "
    "for n, v in zip(('.weight', '.bias'), l.get_weights())}, sys.argv[2])"
)
NUMPY = (
    "import sys, numpy; from safetensors.numpy import save_file; save_file(dict(numpy.load(sys.argv[1])), sys.argv[2])"
)
CONVERSIONS: Mapping[str, str] = {
    ".pt": TORCH,
    ".pth": TORCH,
    ".bin": TORCH,
    ".ckpt": TORCH,
    ".pkl": PICKLE,
    ".pickle": PICKLE,
    ".h5": KERAS,
    ".hdf5": KERAS,
    ".keras": KERAS,
    ".npz": NUMPY,
}
"""What turns a file that can execute code, or that nnviz does not know, into safetensors: Python, given both files."""


def read_weights(path: Path) -> Chain:
    """The layers of a file of weights, read once for each state of the file.

    Raises:
        WeightsError: There is none, or nnviz cannot have what is in it; the name of the file comes first.
    """
    try:
        if (ending := path.suffix.lower()) not in ENDINGS:
            raise WeightsError(_other_ending(path))
        return _read(content_of(path), ending)
    except WeightsError as error:
        raise WeightsError(joined(": ", called(path), error.text)) from None


def weights_bytes(ending: str, layers: Sequence[tuple[Array, Array]], activations: Sequence[str]) -> bytes:
    """A file of weights: ``0.weight``, (out, in), ``0.bias``, ``1.weight`` and so on, in float64.

    Args:
        ending: One of ``ENDINGS``.
        layers: W and b of each.
        activations: The name of each layer's; ONNX has them, safetensors does not.

    Raises:
        WeightsError: What writes such a file is not installed.
    """
    if ending == ONNX:
        return onnx_bytes(layers, activations)
    return tensor_bytes(
        {
            f"{place}.{kind}": array
            for place, layer in enumerate(layers)
            for kind, array in zip(("weight", "bias"), layer, strict=True)
        }
    )


@lru_cache(maxsize=2)
def _read(content: bytes, ending: str) -> Chain:
    return read_onnx(content) if ending == ONNX else chain_of(read_tensors(content))


def _other_ending(path: Path) -> str:
    script = CONVERSIONS.get(path.suffix.lower())
    if script is None:
        return said("Engine", "weights are read from {names}").format(names=said("Engine", " or ").join(ENDINGS))
    # A name that a shell would take apart, or that fills the line, is left to the reader.
    name = path.name if re.fullmatch(rf"\w[\w.-]{{0,{LONGEST_NAME}}}", path.name) else f"FILE{path.suffix}"
    return said("Engine", "such files are not opened, this makes one of it that is: {command}").format(
        command=f'python -c "{script}" {name} {Path(name).stem}{SAFETENSORS}'
    )
