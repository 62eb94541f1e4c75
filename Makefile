# Accede. `make` alone lists what can be made.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The one of the environment where there is one: it is at hand, while python3 may be a script that first looks for one.
PYTHON ?= $(shell test -x .venv/bin/python && echo .venv/bin/python || echo python3)
BIN := .venv/bin
ARGS ?=

.PHONY: help run test check fix messages migration bench mutants docs lock

help:
	@echo "make run            install, start the database and the site, and say which page to open"
	@echo "make test           all checks and all tests; ARGS=\"tests/core -x\" runs only those"
	@echo "make check          format, lint, types, imports, dead code, dependencies, spelling, templates, styles"
	@echo "make fix            put right what can be put right without thinking: format, order of imports"
	@echo "make messages       collect the words for translators and compile what they have translated"
	@echo "make migration      write the migration of a module whose tables changed; ARGS=\"identity --name what_it_does\""
	@echo "make bench          measure, each thing beside its peer; ARGS=start measures one"
	@echo "make mutants        change the rules a little, two hundred times, and see whether a test notices; about half an hour"
	@echo "make docs           write the pages of docs/ that are made from the program"
	@echo "make lock           pin the versions in requirements/ anew, after a change in pyproject.toml"

run:
	@$(PYTHON) scripts/bootstrap.py run
	@exec $(BIN)/python -m accede.site.serve

test:
	@$(PYTHON) scripts/bootstrap.py dev
ifeq ($(strip $(ARGS)),)
	@PATH="$(CURDIR)/$(BIN):$$PATH" scripts/check.sh --but-tests
	@$(BIN)/pytest -n auto --dist loadgroup
else
	@$(BIN)/pytest $(ARGS)
endif

check:
	@$(PYTHON) scripts/bootstrap.py dev
	@PATH="$(CURDIR)/$(BIN):$$PATH" scripts/check.sh

fix:
	@$(PYTHON) scripts/bootstrap.py dev
	@$(BIN)/ruff check --fix --quiet
	@$(BIN)/ruff format --quiet
	@if ! $(BIN)/djlint --reformat --quiet src >/dev/null; then echo "Some templates were put right; look at them."; fi

messages:
	@$(PYTHON) scripts/bootstrap.py dev
	@PATH="$(CURDIR)/$(BIN):$$PATH" scripts/messages.sh

migration:
	@$(PYTHON) scripts/bootstrap.py dev
	@DJANGO_SETTINGS_MODULE=accede.site.settings.testing $(BIN)/python -m django makemigrations $(ARGS)

bench:
	@$(PYTHON) scripts/bootstrap.py bench
	@PATH="$(CURDIR)/$(BIN):$$PATH" scripts/bench.sh $(ARGS)

mutants:
	@$(PYTHON) scripts/bootstrap.py dev
	@$(BIN)/python -m tools.mutants $(ARGS)

docs:
	@$(PYTHON) scripts/bootstrap.py dev
	@PATH="$(CURDIR)/$(BIN):$$PATH" scripts/docs.sh

lock:
	@$(PYTHON) scripts/bootstrap.py dev
	@PATH="$(CURDIR)/$(BIN):$$PATH" scripts/lock.sh $(ARGS)
