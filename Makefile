# Vänort. `make run` starts it, `make test` tests it; both set up what they need themselves.

ADDR ?= 127.0.0.1:8080
DATA ?= var/data

.DEFAULT_GOAL := help
.PHONY: help run test build assets bench e2e lint

help: ## say what can be done
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## build and start Vänort on http://127.0.0.1:8080 (ADDR=…, DATA=…)
	@scripts/run.sh "$(ADDR)" "$(DATA)"

test: ## run every test, with PostgreSQL and a browser
	@scripts/test.sh

build: assets ## build the program as it is released
	@cargo build --profile dist -p vanort-cli

assets: ## fetch the front-end packages and copy the files that are built in
	@scripts/assets.sh

bench: ## measure, and print the figures
	@scripts/bench.sh

e2e: ## run only the browser tests
	@scripts/test.sh e2e

lint: ## check format, lints and documentation, without running a test
	@scripts/lint.sh
