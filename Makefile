# Each verb is one line over scripts/. Further arguments: make test ARGS="tests/calculator -k units"
PYTHON ?= python3
OURS := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help setup serve build test check format update impact trace reproduce package bench mutate workflow smoke zensical lock clean

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

update: setup ## Take in an official file (FILE=rvu27a.zip): lint, build, tell what moved
	@$(OURS) -m scripts.update $(if $(FILE),"$(FILE)") $(ARGS)

impact: setup ## Tell what content/ moves against a revision (BEFORE=main; ARGS=--markdown)
	@$(OURS) -m scripts.impact --before "$(or $(BEFORE),main)" $(ARGS)

trace: setup ## Find the content file behind every figure of the built pages
	@$(OURS) -m scripts.trace $(ARGS)

reproduce: setup ## Build twice, the second time elsewhere and otherwise, and compare byte for byte
	@$(OURS) -m scripts.reproduce

package: setup ## Write one archive for intranets to dist/
	@$(OURS) -m scripts.package $(ARGS)

bench: setup ## Measure, and write build/bench.json
	@$(OURS) -m scripts.bench $(ARGS)

mutate: setup ## Change every rule in small places and see that its test notices (ARGS="units mppr")
	@$(OURS) -m scripts.mutate $(ARGS)

workflow: setup ## Run the steps of the publishing workflow here (ARGS=--list names them, ARGS="check site" runs jobs)
	@$(OURS) -m scripts.workflow $(ARGS)

smoke: setup ## Try a published site in a real browser (URL=https://intranet.example/therapy/)
	@$(OURS) -m scripts.smoke $(if $(URL),"$(URL)") $(ARGS)

zensical: setup ## Build the same tree with the successor of the site builder, and say what differs
	@$(OURS) -m scripts.zensical $(ARGS)

lock: setup ## Solve requirements/*.in and package.json anew (ARGS=--upgrade for newer versions)
	@$(OURS) -m scripts.lock $(ARGS)

clean: ## Remove build/, site/ and dist/
	@$(PYTHON) -m scripts.clean
