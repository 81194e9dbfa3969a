# Each verb is one line over scripts/. Further arguments: make test ARGS="tests/calculator -k units"
PYTHON ?= python3
OURS := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help setup serve build test check format trace bench mutate lock clean

help: ## List these verbs
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 18

setup: ## Make .venv and node_modules as the locks say (every verb below does so first)
	@$(PYTHON) -m scripts.setup

serve: setup ## Build the site, serve it on this machine, rebuild what changes
	@$(OURS) -m scripts.serve $(ARGS)

build: setup ## Write the whole site to site/
	@$(OURS) -m scripts.build $(ARGS)

test: setup ## Build, then run the whole test suite, browser included
	@$(OURS) -m scripts.test $(ARGS)

check: setup ## Formats, lints, import contracts, types, content; changes nothing
	@$(OURS) -m scripts.check $(ARGS)

format: setup ## Put every file into the house's form
	@$(OURS) -m scripts.format $(ARGS)

trace: setup ## Find the content file behind every figure of the built pages
	@$(OURS) -m scripts.trace $(ARGS)

bench: setup ## Measure, and write build/bench.json
	@$(OURS) -m scripts.bench $(ARGS)

mutate: setup ## Change every rule in small places and see that its test notices (ARGS="units mppr")
	@$(OURS) -m scripts.mutate $(ARGS)

lock: setup ## Solve requirements/*.in and package.json anew (ARGS=--upgrade for newer versions)
	@$(OURS) -m scripts.lock $(ARGS)

clean: ## Remove build/, site/ and dist/
	@$(PYTHON) -m scripts.clean
