# The two commands that matter: `make run` opens the window, `make test` checks everything.
# Options: PYTHON=python3.12 (which Python makes .venv), ARGS="circle --stats out.json" (what `make run` passes on),
# CONSTRAINTS=FILE (which versions are installed).

PYTHON ?= python3
CONSTRAINTS ?= constraints.txt
BIN := .venv/bin
PINNED := pyproject.toml $(CONSTRAINTS)
# The first pins what is installed, the second what builds nnviz itself; which of them reaches there depends on pip's age.
INSTALL := PIP_CONSTRAINT=$(CONSTRAINTS) PIP_BUILD_CONSTRAINT=$(CONSTRAINTS) $(BIN)/python -m pip install --quiet

.DEFAULT_GOAL := help
.PHONY: help run test stage soak fuzz bench kills translations package clean

help:
	@echo 'make run    open the window (ARGS="..." is passed on to nnviz)'
	@echo 'make test   check everything: style, types, layers, tests, the wheel'
	@echo 'make stage  walk every cue of the lectures in every size and theme: what can be read from the back row'
	@echo 'make soak   an hour of keys, clicks and files at random; ARGS="--minutes 5" for less'
	@echo 'make fuzz   open 100,000 bad files of every kind; ARGS="--count 1000" for fewer'
	@echo 'make bench  measure speed, one script of tests/benchmarks after the other'
	@echo 'make kills  kill the window 200 times at random moments: nothing older than ten seconds may be lost'
	@echo 'make translations  bring the files of translations up to date with the code'
	@echo 'make package  build the packages for Linux, and try them in a clean Debian'
	@echo 'make clean  remove .venv, builds and caches'

run: .venv/run.stamp
	@$(BIN)/nnviz $(ARGS)

test: .venv/dev.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

stage: .venv/dev.stamp
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.ui.walk.stage $(ARGS)

fuzz: .venv/dev.stamp
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.fuzz $(ARGS)

soak: .venv/dev.stamp
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.soak $(ARGS)

kills: .venv/dev.stamp
	@$(BIN)/python -m tests.kills $(ARGS)

translations: .venv/dev.stamp
	@$(BIN)/python -m tests.translations.texts

bench: .venv/dev.stamp
	@for script in tests/benchmarks/[a-z]*.py; do $(BIN)/python -m tests.benchmarks.$$(basename "$$script" .py) $(ARGS) || exit; done

package:
	PYTHON=$(PYTHON) packaging/linux/build
	packaging/linux/try

clean:
	rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find nnviz tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is newer than what it was made from: a second `make run` installs nothing.
.venv/run.stamp: .venv/made.stamp $(PINNED)
	$(INSTALL) --editable .
	@touch $@

.venv/dev.stamp: .venv/made.stamp $(PINNED)
	$(INSTALL) --editable '.[dev]'
	@touch .venv/run.stamp $@

# Some systems split the part of venv that brings pip off into a package of its own: there, this Python's pip brings it.
.venv/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else \
	  "nnviz needs Python 3.11 or newer, $(PYTHON) is %d.%d: name another with make PYTHON=python3.12" % sys.version_info[:2])'
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; then \
	  $(PYTHON) -m venv .venv; \
	else \
	  $(PYTHON) -m venv --without-pip .venv && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; \
	fi
	@touch $@
