# `make course` sets up and builds everything; `make test` proves it.
PYTHON ?= python3
BIN := .venv/bin
export OPENBLAS_NUM_THREADS ?= 1

# The library, the equations, the words of the checks: what fails first when something is wrong.
QUICK := $(filter-out tests/test_accuracy.py,$(wildcard tests/test_*.py)) tests/equations \
	$(addprefix tests/checks/test_,$(addsuffix .py,engine compare messages plain scripts))

.PHONY: course check test test-all lint environment lock clean

course: environment
	$(BIN)/course doctor
	$(BIN)/course build
	$(BIN)/course release
	$(BIN)/python -m course_lib.grading.sample_class
	@echo "The site:           _build/html/index.html, or by: .venv/bin/course serve"
	@echo "Student bundle:     dist/"
	@echo "Sample class:       _build/sample_class/ (its feedback pages lie in feedback/)"

# While you work: under a minute, nothing is started but Python.
check: environment lint
	$(BIN)/python -m pytest --quiet --numprocesses=auto $(QUICK)

test: environment lint
	@sh tools/system_packages.sh test
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadgroup --no-loadscope-reorder

# Also what starts JupyterLab and other real tools, which takes longer.
test-all: test
	@sh tools/system_packages.sh all
	$(BIN)/python -m pytest -m real_tools

lint: environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/codespell
	@sh tools/check_workflows.sh

environment: .venv/complete
	@sh tools/system_packages.sh

.venv/complete: requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else "Python 3.11, 3.12 or 3.13 is needed, this is " + sys.version.split()[0] + ": run make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/complete

# The whole environment from pyproject.toml, for every supported Python, with hashes.
lock: environment
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --quiet --custom-compile-command "make lock" --output-file requirements.txt

clean:
	rm -rf _build dist exercises/*/.ipynb_checkpoints
