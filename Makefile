# Every task of the project in one word. `make run` and `make test` need only Python 3.11 or newer.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
SOURCES := cms search site tests manage.py
PYTEST_ARGS ?=
N ?= 100000
ifdef ELASTICSEARCH_URL
export HAIDANG_ELASTICSEARCH_URL := $(ELASTICSEARCH_URL)
endif
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po locale/overlay/*/LC_MESSAGES/*.po))

.PHONY: help install run test lint format messages bench bench-search

help: ## Say what each word does
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

install: $(VENV)/tools ## Make .venv and install what the requirements pin, tools included

$(VENV)/product: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/tools: $(VENV)/product requirements-dev.txt
	$(PIP) -r requirements-dev.txt
	@touch $@

run: $(VENV)/product $(CATALOGUES) ## Migrate, load the sample archive and serve on PORT (8000)
	@HAIDANG_BASE_URL=http://localhost:$(PORT) $(MANAGE) serve_sample 127.0.0.1:$(PORT)

%.mo: %.po | $(VENV)/product
	@$(BIN)/python -c "import polib, sys; polib.pofile(sys.argv[1]).save_as_mofile(sys.argv[2])" $< $@

test: install ## Run every test that can run here
	@$(MANAGE) compile_catalogues -v 0
	$(BIN)/python -m pytest -q $(PYTEST_ARGS)

lint: install ## Check style, types, templates, layers, migrations and translations
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/djlint --quiet --lint site/templates cms search
	$(BIN)/lint-imports
	@$(MANAGE) compile_catalogues -v 0
	$(MANAGE) check
	$(MANAGE) makemigrations --check --dry-run
	$(BIN)/python -m pytest -q --no-header -p no:cacheprovider tests/config/test_catalogues.py tests/test_architecture.py
	$(BIN)/mypy

format: install ## Rewrite code the way we write it
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

messages: install ## Collect the strings to translate (needs gettext)
	cd $(CURDIR) && $(MANAGE) makemessages -l vi -l en --no-wrap --no-obsolete --no-location -i .venv -i var -i media -i tests -i locale
	$(MANAGE) makemessages -d djangojs -l vi -l en --no-wrap --no-obsolete --no-location -i .venv -i var -i media -i tests -i locale
	@$(MANAGE) fill_english

bench-search: install ## Measure search with N records (100,000), on the embedded engine and on ELASTICSEARCH_URL
	$(MANAGE) bench_search --records $(N)

bench: install ## Measure speed and memory, with this machine's own baseline beside
	$(BIN)/python -m tests.bench
