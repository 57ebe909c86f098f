"""What is large is the system's again as soon as it is free."""

import subprocess
import sys

import pytest

SCRIPT = """
import ctypes
from nnviz.ui.toolkit.heap import LARGE, keep_little

class Heap(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in
                ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keep")]

read = ctypes.CDLL(None).mallinfo2
read.restype = Heap
TOLD
bytearray(16 * LARGE)  # after this the library would take much larger blocks out of its heap
before = read().hblks
block = bytearray(2 * LARGE)
print(read().hblks - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other libraries")
@pytest.mark.parametrize(("told", "of_its_own"), [(True, "1"), (False, "0")])
def test_a_large_block_is_of_its_own_whatever_was_freed_before(told: bool, of_its_own: str) -> None:
    script = SCRIPT.replace("TOLD", "assert keep_little()" if told else "")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == (of_its_own, "")
