"""The command as a process of its own: what only shows there."""

import os
import signal
import subprocess
import sys

import pytest

from tests.endless import endless_trace

NNVIZ = [sys.executable, "-m", "nnviz"]
posix = pytest.mark.skipif(os.name != "posix", reason="signals and devices are POSIX's")


def run(*words, **settings):
    return subprocess.run([*NNVIZ, *words], capture_output=True, text=True, timeout=60, check=False, **settings)


def test_the_module_is_the_command(tmp_path):
    outcome = run("train", "xor4", "--epochs", "2", "--csv", "out.csv", cwd=tmp_path)
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert (tmp_path / "out.csv").read_text().count("\n") == 3


def test_bad_input_is_one_line_and_status_2(tmp_path):
    (tmp_path / "circle.toml").write_text('[training]\nlearning_rate = "fast"\n')
    outcome = run("train", "circle.toml", cwd=tmp_path)
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert outcome.stderr == 'nnviz: error: circle.toml: training.learning_rate: expected a number > 0, got "fast"\n'


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["train", "--help"], ["trace", "--nonsense"]])
def test_nothing_heavy_is_imported_to_answer_at_once(words):
    program = (
        "import sys; from nnviz.cli import main; main(sys.argv[1:]); "
        "print('heavy:', sorted({'numpy', 'msgspec', 'PySide6', 'tqdm', 'nnviz.engine'} & set(sys.modules)))"
    )
    outcome = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=False)
    assert outcome.stdout.endswith("heavy: []\n")


@pytest.mark.parametrize("verb", [["list"], ["train", "xor4"], ["trace", "xor4", "--json", "-"], ["check", "xor4"]])
def test_commands_without_a_picture_import_no_qt(verb):
    program = "import sys; from nnviz.cli import main; main(sys.argv[1:]); print('PySide6' in sys.modules)"
    outcome = subprocess.run([sys.executable, "-c", program, *verb], capture_output=True, text=True, check=False)
    assert outcome.stdout.endswith("False\n") and outcome.stderr == ""


def test_all_sheets_speak_one_language_whichever_is_drawn_first(tmp_path):
    words = ["--out", "a.html", "--key", "key.pdf", "--language", "zh"]
    outcome = run("worksheet", "plane", *words, cwd=tmp_path)
    assert (outcome.returncode, outcome.stderr) == (0, "")
    sheet = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "练习单" in sheet and "已知" in sheet and "Worksheet" not in sheet
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF-")


def test_linear_algebra_gets_one_thread_unless_the_user_says_otherwise():
    program = (
        "import os; os.environ['OMP_NUM_THREADS'] = '2'; from nnviz.cli import main; main(['--version']); "
        "print(os.environ['OPENBLAS_NUM_THREADS'], os.environ['OMP_NUM_THREADS'], os.environ['MKL_NUM_THREADS'])"
    )
    settings = {key: value for key, value in os.environ.items() if not key.endswith("_NUM_THREADS")}
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=settings, check=False)
    assert outcome.stdout.endswith("\n1 2 1\n")


@posix
def test_a_reader_that_leaves_early_is_no_error():
    process = subprocess.Popen(
        [*NNVIZ, "trace", "circle", "--iterations", "2000", "--json", "-"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout.read(8) == b'{"format'
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(60) == 141


@posix
def test_an_interrupted_trace_leaves_nothing_behind(tmp_path):
    with endless_trace(tmp_path) as process:
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
        assert process.wait(60) == 130
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_full_disk_behind_standard_output_is_one_line():
    with open("/dev/full", "wb") as full:
        outcome = subprocess.run([*NNVIZ, "list"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (outcome.returncode, outcome.stderr) == (
        1,
        b"nnviz: error: standard output: no space left on device\n",
    )


def test_a_terminal_without_the_characters_gets_escapes(tmp_path):
    (tmp_path / "bad.toml").write_text('[data]\nsource = "circle"\nnoise = -1\n')
    outcome = run("check", "bad.toml", cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert outcome.stderr == "nnviz: error: bad.toml: data.noise: expected a number \\u2265 0, got -1\n"


@posix
@pytest.mark.parametrize("words", [["list"], ["train", "xor4", "--epochs", "1", "--csv", "-"]])
def test_a_closed_standard_output_is_one_line(words):
    command = ["sh", "-c", '"$@" >&-', "sh", *NNVIZ, *words]
    outcome = subprocess.run(command, capture_output=True, check=False)
    assert (outcome.returncode, outcome.stdout) == (1, b"")
    assert outcome.stderr == b"nnviz: error: standard output: it is closed\n"


@posix
def test_what_is_wrong_goes_nowhere_else_where_standard_error_is_closed():
    command = ["sh", "-c", '"$@" 2>&-', "sh", *NNVIZ, "check", "none.toml"]
    outcome = subprocess.run(command, capture_output=True, check=False)
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (2, b"", b"")


@posix
def test_a_folder_whose_name_is_no_text_is_read_and_written(tmp_path):
    folder = os.fsencode(tmp_path) + b"/\xff\xfe"
    os.mkdir(folder)
    with open(folder + b"/mine.toml", "w") as file:
        file.write('[data]\nsource = "xor4"\n[training]\nepochs = 1\n')
    words = [b"train", folder + b"/mine.toml", b"--csv", folder + b"/out.csv"]
    outcome = subprocess.run([*NNVIZ, *words], capture_output=True, check=False)
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert os.path.getsize(folder + b"/out.csv")
    wrong = subprocess.run([*NNVIZ, b"check", folder + b"/none.toml"], capture_output=True, text=True, check=False)
    assert wrong.stderr == "nnviz: error: none.toml: no such file or directory\n"


def test_a_package_that_is_missing_is_named():
    program = "import sys; sys.modules['msgspec'] = None; from nnviz.cli import main; sys.exit(main(sys.argv[1:]))"
    words = ["train", "xor4", "--epochs", "1", "--json", "-"]
    missing = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=False)
    assert (missing.returncode, missing.stdout) == (1, "")
    expected = "the Python package msgspec is missing here: install nnviz again, with what it needs"
    assert missing.stderr == f"nnviz: error: {expected}\n"
