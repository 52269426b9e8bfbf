# What people and CI type. Each target installs what is missing and works from a fresh clone.

SWIFT ?= swift

.PHONY: run build database install uninstall package try-packages test test-browser torture fuzz page lint bench profile order record packages clean

# The prompt, on the shipped data.
run: build database
	@"$$($(SWIFT) build -c release --show-bin-path)/tally"

# The release program, static on Linux.
build: packages
	$(SWIFT) build -c release --product tally

# The database, beside the program. Left alone when neither the seed nor the program is newer.
database: build
	@bin="$$($(SWIFT) build -c release --show-bin-path)"; \
	if [ ! -e "$$bin/tally.db" ] || \
	   [ -n "$$(find seed schema.sql "$$bin/tally" -newer "$$bin/tally.db" -print -quit)" ]; then \
	  "$$bin/tally" build-database --output "$$bin/tally.db"; \
	fi

# What is built goes to PREFIX, /usr/local unless it is set; DESTDIR is put before it. Where Swift is not in the path,
# as with sudo, what `make database` has built is taken as it is.
ifneq ($(shell command -v $(SWIFT)),)
install: database
endif
install:
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" scripts/install

uninstall:
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" scripts/install uninstall

# A tarball with checksums, and a .deb where Debian's tools are, in .build/package.
package: database
	@scripts/package

# Tries both in a bare Debian, as root.
try-packages: package
	@scripts/try-packages

# Everything that must hold: no warnings, all tests, the terminal, the pages, the layout of the code.
test:
	BROWSER="$(BROWSER)" scripts/test

# The same, with pictures looked at in Chromium, which is installed where it is missing.
test-browser:
	BROWSER=1 scripts/test

# The tests of faults at every moment instead of some; takes about half an hour, after `make test`.
torture:
	TORTURE=1 scripts/test-terminal Tests/Terminal/test_failing.py Tests/Terminal/test_limits.py

# Every fuzz target, and the comparisons, each for so many seconds: Fuzz/README.md.
SECONDS ?= 60
fuzz: packages build database
	Fuzz/run $(SECONDS)
	Fuzz/compare $(SECONDS)

# Compared with sqlite3 on the same file; no test asserts a time.
bench: build database
	Benchmarks/run

# Where one question spends its instructions: docs/contributing/measuring.md. The program is linked once more, with names.
QUESTION ?= removals by fy since 2010
profile: database
	@command -v valgrind >/dev/null || scripts/install-packages valgrind
	TALLY_SYMBOLS=1 $(SWIFT) build -c release --product tally
	@Benchmarks/profile "$$($(SWIFT) build -c release --show-bin-path)/tally" "$(QUESTION)"; \
	  ended=$$?; $(SWIFT) build -c release --product tally; exit $$ended

# Lists anew what questions run, in the order in which the program is linked: docs/decisions/0028-order-of-functions.md.
order: database
	@command -v valgrind >/dev/null || scripts/install-packages valgrind
	TALLY_SYMBOLS=1 $(SWIFT) build -c release --product tally
	@scripts/order-functions "$$($(SWIFT) build -c release --show-bin-path)/tally"
	$(SWIFT) build -c release --product tally

# Replays the pages whose path has a text: make page PAGE=language/limit
page: packages
	PAGE="$(PAGE)" $(SWIFT) test --filter PageTests/replays

# Writes the replies in the pages anew, and ends red. Read the diff.
record: packages
	RECORD=1 $(SWIFT) test --filter PageTests

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

packages:
	@scripts/install-packages

clean:
	rm -rf .build
