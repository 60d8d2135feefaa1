# Otvet. `make help` lists the commands; CI calls the same ones.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
BOOTSTRAP := $(PYTHON) -m ops.embedded.bootstrap

.PHONY: help install lock build run check unit test services containers localstack screenshots \
    deploy-localstack format clean

help: ## Show the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: ## Make .venv from the locks (nothing to do when they did not change)
	@$(BOOTSTRAP)

lock: install ## Resolve pyproject.toml into ops/locks again (takes minutes)
	@$(BIN)/python ops/locks/compile.py

build: install ## Build the widget and the admin console when their sources changed
	@$(BIN)/python -m ops.embedded.builds

run: ## Start everything on this machine; Ctrl-C stops it (PORT=8080, ARGS="--data DIR")
	@exec $(BOOTSTRAP) ops.embedded --die-with-parent $(ARGS)

check: install ## Format, lint, types, room rules and unit tests
	@$(BIN)/python -m ops.embedded.checks check

test: ## Everything that CI checks; installs what it needs
	@bash ops/tests/requirements.sh
	@$(BOOTSTRAP) ops.embedded.checks test

containers: install ## Bring compose.yaml up with podman on stand-in images, and use it (root; minutes)
	@$(BIN)/python -m ops.docker.proof $(ARGS)

localstack: install ## Deploy to LocalStack without Docker, and use it (port 4566; minutes, 290 MB of its own Python)
	@$(BIN)/python -m ops.serverless $(ARGS)

screenshots: install ## Take docs/screenshots anew, of a product that runs with LOGS_URL (DATA=its data)
	@$(BIN)/python -m tests.journeys.pictures $(if $(DATA),--data $(DATA))

deploy-localstack: build ## Handlers as functions in LocalStack, beside `docker compose up` (or SETTINGS=FILE.json)
	@bash localstack/deploy.sh $(SETTINGS)

format: install ## Format Python and JavaScript
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix-only --quiet .
	@for room in widget admin; do \
	    if [ -d $$room/node_modules ]; then npm --prefix $$room run --if-present format; fi; \
	done

clean: ## Remove what was built; .venv and the data in .data stay
	@rm -rf widget/dist admin/dist build *.egg-info .mypy_cache .ruff_cache .pytest_cache
	@find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +
