PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SYNC := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: help setup run test check bench format lock

help: ## list what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.installed ## make .venv from the lock file; the command is then .venv/bin/kiemdinh

run: setup ## start the assistant with its web chat on http://127.0.0.1:8080
	@$(BIN)/kiemdinh run

# In two processes: what talks over sockets waits more than it computes.
test: $(VENV)/.tested ## run the whole test suite
	@$(BIN)/python -m pytest -q tests/bot tests/browser > $(VENV)/sockets.txt 2>&1 & sockets=$$!; \
	$(BIN)/python -m pytest -q --ignore=tests/bot --ignore=tests/browser; rest=$$?; \
	wait $$sockets; sockets=$$?; cat $(VENV)/sockets.txt; exit $$((sockets | rest))

check: $(VENV)/.tested ## formatting, lint, types, imports between layers, coverage of the rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/knowledge/rules --cov=knowledge.rules --cov-branch --cov-fail-under=100

bench: $(VENV)/.compared ## our search beside others, understanding, a rehearsed year, as tables
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.understanding
	$(BIN)/python -m benchmarks.rehearsal
	$(BIN)/python -m benchmarks.pictures

format: $(VENV)/.tested ## put the code in its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix --select I,UP .

lock: $(VENV)/.tested ## write the lock files anew from pyproject.toml
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-options --allow-unsafe --output-file requirements.lock lock.in pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-options --allow-unsafe --extra dev --output-file requirements-dev.lock lock.in pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-options --allow-unsafe --extra bench --output-file requirements-bench.lock lock.in pyproject.toml

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Cần Python 3.11 trở lên; đặt PYTHON=đường-dẫn nếu có nhiều bản."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python requirements.lock pyproject.toml
	@echo "Đang cài thư viện, lần đầu mất một, hai phút…"
	@$(SYNC) -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-dev.lock
	@$(SYNC) -r requirements-dev.lock
	@touch $@

$(VENV)/.compared: $(VENV)/.installed requirements-bench.lock
	@$(SYNC) -r requirements-bench.lock
	@touch $@
