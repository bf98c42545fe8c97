# One target a job; `make help` lists them. Needs only make, git and Python 3.11, 3.12 or 3.13. Written for GNU make 3.81 and newer.

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python)
RUN := $(VENV)/.dateline-run
DEV := $(VENV)/.dateline-dev

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: demo test check eval ui bench docs help clean

demo: $(RUN)  ## read the example reports; writes demo/brief.html and demo/record.dateline
	@$(VENV)/bin/dateline demo

test: $(DEV)  ## run the whole suite, with the reason of every skip (ARGS="-k name" for a part)
	@$(PY) -m pytest -ra $(ARGS)

check: $(DEV)  ## lint, format, types and the order of imports
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(PY) -m mypy --strict
	$(VENV)/bin/lint-imports --no-logo

eval: $(DEV)  ## score the program on hand-coded reports, with the figures
	@$(PY) -m pytest tests/eval -s $(ARGS)

ui: $(DEV)  ## test the pages in a real browser
	@$(PY) -m pytest tests/ui $(ARGS)

bench: $(DEV)  ## measure speed and memory; writes docs/performance.md (ARGS="--growth 1000,10000,30000" for larger archives)
	@$(PY) -m tests.bench.measure $(ARGS)

docs: $(DEV)  ## write the generated parts of docs/ anew, and with Chromium the pictures in README.md and docs/
	@$(PY) tools/build_docs.py
	@$(PY) tools/build_pictures.py

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile
	@echo "Python is looked for as: $(PYTHONS). Another one: make clean, then make PYTHON=/path/to/python test"

clean:  ## remove .venv, caches, builds and demo/
	rm -rf $(VENV) build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# Below: the virtual environment. A stamp is written last, so that whatever was interrupted is done again; it holds the folder
# the environment was made for, since a copied or moved one would go on running the old tree's code.

MADE_FOR := $(shell cat $(RUN) 2>/dev/null)
ALIVE := $(shell $(PY) -c "print('yes')" 2>/dev/null)
ifneq ($(ALIVE):$(MADE_FOR),yes:$(CURDIR))
.PHONY: $(RUN)
endif

FITS := import sys, venv, ensurepip, ssl, sqlite3; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
VERSION := import sys; print("%d.%d.%d" % sys.version_info[:3])

define MAKE_VENV
if [ "$${made_for:-$(CURDIR)}" = "$(CURDIR)" ] && $(PY) -c '$(FITS)' 2>/dev/null && $(PY) -m pip --version >/dev/null 2>&1; \
then exit 0; fi; \
found=; \
for name in $(PYTHONS); do \
  if "$$name" -c '$(FITS)' >/dev/null 2>&1; then exec "$$name" -m venv --clear $(VENV); fi; \
  version=`"$$name" -c '$(VERSION)' 2>/dev/null` || continue; \
  case "$$version" in 3.11.*|3.12.*|3.13.*) version="$$version without venv, ssl or sqlite3 (Debian: apt-get install python3-venv)";; esac; \
  found="$$found$${found:+, }$$name $$version"; \
done; \
echo "Dateline needs Python 3.11, 3.12 or 3.13; found $${found:-none that runs}; install one and run again, or set PYTHON=/path/to/python" >&2; \
exit 1
endef

$(RUN): requirements/run.lock pyproject.toml
	@made_for='$(MADE_FOR)'; $(MAKE_VENV)
	@echo "Setting up .venv (the first time about 500 MB: half a minute, or a few on a slow line) ..."
	@$(PIP) install --require-hashes -r requirements/run.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@printf '%s\n' '$(CURDIR)' > $@

$(DEV): $(RUN) requirements/dev.lock
	@echo "Adding what tests and checks need (the first time about 300 MB) ..."
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@printf '%s\n' '$(CURDIR)' > $@
