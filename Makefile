# `make demo` and `make test` are the two that matter; README.md says the rest.
# PYTHON may name another interpreter (3.11 or newer); PORT another port for the demo.
PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
TEMPLATES := templates
PIN := .venv/bin/uv pip compile --quiet --generate-hashes --universal --python-version 3.11.2 --no-emit-index-url

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test test-rest test-next format pins

help:
	@echo "make demo        the site with its demonstration content on http://127.0.0.1:8000"
	@echo "make demo-reset  the same, from the beginning: throws away the demo's database and files"
	@echo "make test        what must hold before a change is handed on"
	@echo "make test-rest   the tests that it has left: what takes long, and all others on PostgreSQL"
	@echo "make test-next   the suite on the newest Wagtail that installs"
	@echo "make format      rewrites Python and templates in the project's form"
	@echo "make pins        newer versions into requirements*.txt (needs the network)"

demo:
	@$(PYTHON) -m tools.demo

demo-reset:
	@$(PYTHON) -m tools.demo --reset

test:
	@$(PYTHON) -m tools.suite

test-rest:
	@$(PYTHON) -m tools.suite --rest

test-next:
	@$(PYTHON) -m tools.suite --next

format:
	.venv/bin/ruff check --fix --exit-zero .
	.venv/bin/ruff format .
	.venv/bin/djhtml --tabwidth 2 $(TEMPLATES)

# Debian 12 has Python 3.11.2: resolving for a later 3.11 picks versions that it refuses.
pins:
	$(PIN) --upgrade requirements.in -o requirements.txt
	$(PIN) --upgrade --constraint requirements.txt requirements-dev.in -o requirements-dev.txt
	$(PIN) --upgrade requirements-dev.in --override requirements-next.in -o requirements-next.txt
