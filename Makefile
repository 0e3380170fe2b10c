# Short names for the commands of app.py; everything works without make.
.DEFAULT_GOAL := help
.PHONY: help dev check test fast format generate wheels

help:  ## list these names
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 18

dev:  ## set everything up and serve the Belfort day
	python3 app.py serve

check:  ## every check and test, as the continuous integration runs them
	.ci/run

test: check  ## the same as check

fast:  ## the same without the browser
	python3 app.py test --fast

format:  ## put the code in the house's layout
	python3 app.py setup --dev
	.venv/bin/python -m ruff check --fix .
	.venv/bin/python -m ruff format .
	node_modules/.bin/biome check --write

generate:  ## write the generated files anew
	python3 app.py generate

wheels:  ## fill wheels/ for a machine without internet
	python3 app.py wheels
