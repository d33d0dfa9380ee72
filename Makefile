# Two commands do everything on a machine that has Python 3.11+, make and git: `make demo` and `make test`.
# All that they need is installed into .venv; nothing is installed globally.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types contracts format docs learn clean

demo: .venv/.synced
	$(BIN)/quliu demo

test: lint types contracts
	$(BIN)/pytest -n auto

lint: .venv/.synced
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.synced
	$(BIN)/mypy

contracts: .venv/.synced
	$(BIN)/lint-imports

format: .venv/.synced
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: .venv/.synced
	$(BIN)/python -m tools.command_reference
	$(BIN)/python -m tools.examples

# What the extraction has learned from text, in the order in which one table needs the other.
CORPUS ?= ../shared/corpus/unlabelled.jsonl.xz
TRAIN ?= ../shared/gold/train.jsonl
learn: .venv/.synced
	@for file in $(CORPUS) $(TRAIN); do test -f $$file || \
		{ echo "make learn needs $$file, which is not part of the repository; the tables in src/quliu/extract/data stay as they are" >&2; exit 1; }; done
	$(BIN)/python -m tools.learn_names $(CORPUS)
	$(BIN)/python -m tools.learn_words $(CORPUS)
	$(BIN)/python -m tools.learn_people $(TRAIN)
	$(BIN)/python -m tools.learn_confidence $(TRAIN)

clean:
	rm -rf .venv

.venv/.synced: pyproject.toml uv.lock
	$(PYTHON) -c 'import sys; sys.exit("quliu needs Python 3.11, 3.12 or 3.13; try: make PYTHON=python3.12 ..." if not (3, 11) <= sys.version_info < (3, 14) else 0)'
	test -x $(BIN)/uv || $(PYTHON) -m venv --clear .venv
	test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.6'
	UV_PROJECT_ENVIRONMENT=.venv UV_PYTHON=$(BIN)/python $(BIN)/uv sync --quiet --frozen
	touch $@
