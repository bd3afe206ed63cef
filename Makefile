# make run      installs what is missing, builds a release, opens the reader on the built-in sample
# make test     installs what is missing, runs every test
# make install  builds a release and copies it below PREFIX (default /usr/local)
# make lint     checks format and imports

PREFIX ?= /usr/local
DESTDIR ?=
RELEASE := swift build -c release --static-swift-stdlib -Xlinker -s -Xlinker --gc-sections
PROGRAM := .build/release/linimasa

# What each is for: ncursesw draws, sqlite3 keeps the library, md fingerprints the tables, simdjson reads JSON Lines,
# zlib packs stored text, zstd unpacks dumps, curl fetches, vterm reads the screen in the tests.
PACKAGES := libncurses-dev libsqlite3-dev libmd-dev libsimdjson-dev zlib1g-dev libzstd-dev libcurl4-gnutls-dev libvterm-dev

.PHONY: run build test install uninstall lint format deps consumers bench bench-library bench-add bench-reader bench-dates bench-extract bench-pages calibration leave-one-out fuzz fuzz-modules fuzz-dates fuzz-feeds fuzz-pages fuzz-dumps crash-test recording clean

run: build
	$(PROGRAM) --sample

build: deps
	$(RELEASE) --product linimasa
	$(RELEASE) --product linimasa-fetch

test: deps consumers
	swift test

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/linimasa"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/linimasa"
	install -m 755 $(PROGRAM)-fetch "$(DESTDIR)$(PREFIX)/bin/linimasa-fetch"
	cp -R Resources/. "$(DESTDIR)$(PREFIX)/share/linimasa/"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/linimasa" "$(DESTDIR)$(PREFIX)/bin/linimasa-fetch"
	rm -rf "$(DESTDIR)$(PREFIX)/share/linimasa"

lint:
	swift format lint --strict -r Sources Tests Package.swift

format:
	swift format -i -r Sources Tests Package.swift

# Installs with apt-get what dpkg does not have; says nothing where all is there.
deps:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "installing$$missing"; \
	  root=""; [ "$$(id -u)" = 0 ] || root=sudo; \
	  $$root apt-get update -qq && $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; \
	fi

# Programs that read what is exported, for the tests: an environment of Python of their own. Without a network their
# tests are skipped, as are those of chromium, emacs, calcurse, miller, gdal-bin and libxml2-utils where they are not
# installed.
consumers: .build/consumers/ready

.build/consumers/ready: Tests/consumers.txt
	@python3 -m venv .build/consumers \
	  && .build/consumers/bin/pip install --quiet --requirement $< \
	  && touch $@ || echo "no Python environment for the readers of exports: their tests are skipped"

# Everything that is timed; minutes, not seconds.
bench: bench-dates bench-extract bench-pages bench-library bench-add bench-reader

# A library of a million events, and what the reader asks of it, timed.
bench-library:
	swift build -c release --product library-bench
	rm -f .build/bench-library.sqlite*
	.build/release/library-bench make .build/bench-library.sqlite $(or $(EVENTS),1000000)
	.build/release/library-bench measure .build/bench-library.sqlite
	.build/release/library-bench join .build

# Reading saved pages (a folder PAGES of .html or .html.gz) beside what PyPI has for it.
bench-pages: build .build/rivals/ready
	.build/rivals/bin/python Tests/Benchmarks/pages.py $(PROGRAM) Resources $(or $(PAGES),../shared/ingest/pages)

.build/rivals/ready: Tests/Benchmarks/rivals.txt
	python3 -m venv .build/rivals && .build/rivals/bin/pip install --quiet --requirement $< && touch $@

# Adding JSON Lines on two cores: ARTICLES (default 100,000) of 2 KB.
bench-add: build
	python3 Tests/Benchmarks/add.py $(PROGRAM) Resources $(ARTICLES)

clean:
	rm -rf .build

# A tour of the reader as an asciicast that a terminal can play: asciinema play Tests/Recording/linimasa.cast
recording: build
	python3 Tests/Recording/record.py $(PROGRAM) Resources Tests/Recording/linimasa.cast

# Speed of the date reader on its own corpora, beside ripgrep finding the same kinds of words (apt-get install ripgrep),
# and the time of a megabyte and more of digits, brackets and weekdays.
bench-dates: build
	swift build -c release --product date-bench
	python3 Tests/Benchmarks/dates.py $(PROGRAM) Resources
	.build/release/date-bench shapes Resources

# Speed of the whole filter on the same articles, beside the date reader alone, on one thread and on two.
bench-extract: build
	python3 Tests/Benchmarks/extract.py $(PROGRAM) Resources $(MEGABYTES)

# Whether confidence means what it says: GOLD="FILE.jsonl ..." names marked texts; behind them 4,400 damaged dates of our
# own making, by kind of damage.
calibration: build
	python3 Tests/Benchmarks/calibration.py $(PROGRAM) $(GOLD)
	swift test --filter DamageTests

# What each gold article of SHARED (default ../shared) scores without the words that only it needs.
leave-one-out: build
	python3 Tests/Benchmarks/leave_one_out.py $(PROGRAM) Resources $(or $(SHARED),../shared) Tests/Corpora/events

# Feeds the date reader and the feed reader with bytes of any kind, SECONDS (default 60) each.
FUZZ := SWIFT_BACKTRACE=enable=no LINIMASA_RESOURCES=Resources
FUZZ_SWIFTC := swiftc -O -parse-as-library -sanitize=fuzzer,address -I .build/fuzz
fuzz: fuzz-dates fuzz-feeds fuzz-pages fuzz-dumps

fuzz-modules:
	mkdir -p .build/fuzz/corpus .build/fuzz/feed-corpus
	for module in Text Temporal Timeline; do \
	  $(FUZZ_SWIFTC) -module-name $$module -emit-module -emit-module-path .build/fuzz/$$module.swiftmodule \
	    -c -whole-module-optimization -o .build/fuzz/$$module.o $$(find Sources/$$module -name '*.swift') || exit 1; \
	done

fuzz-dates: fuzz-modules
	$(FUZZ_SWIFTC) -o .build/fuzz/dates .build/fuzz/Text.o .build/fuzz/Temporal.o Tests/Fuzz/DateFuzzer.swift
	$(FUZZ) .build/fuzz/dates -max_len=2048 -timeout=10 -max_total_time=$(or $(SECONDS),60) .build/fuzz/corpus Tests/Fuzz/seeds </dev/null

fuzz-feeds: fuzz-modules
	$(FUZZ_SWIFTC) -o .build/fuzz/feeds .build/fuzz/Text.o .build/fuzz/Temporal.o .build/fuzz/Timeline.o \
	  Sources/Extraction/Feeds/*.swift Sources/Extraction/Markup/*.swift Tests/Fuzz/FeedFuzzer.swift
	$(FUZZ) .build/fuzz/feeds -max_len=4096 -timeout=10 -max_total_time=$(or $(SECONDS),60) .build/fuzz/feed-corpus Tests/Fuzz/feeds </dev/null

fuzz-pages: fuzz-modules
	mkdir -p .build/fuzz/page-corpus
	$(FUZZ_SWIFTC) -o .build/fuzz/pages .build/fuzz/Text.o .build/fuzz/Temporal.o .build/fuzz/Timeline.o \
	  Sources/Extraction/Pages/*.swift Sources/Extraction/Feeds/FeedDateReader.swift Sources/Extraction/Markup/*.swift \
	  Tests/Fuzz/PageFuzzer.swift
	$(FUZZ) .build/fuzz/pages -max_len=4096 -timeout=10 -max_total_time=$(or $(SECONDS),60) .build/fuzz/page-corpus Tests/Fuzz/pages </dev/null

fuzz-dumps: fuzz-modules
	mkdir -p .build/fuzz/dump-corpus
	clang++ -O2 -std=c++17 -fsanitize=address -c Sources/CSimdjson/*.cpp -ISources/CSimdjson/include -o .build/fuzz/simdjson.o
	$(FUZZ_SWIFTC) -ITests/Fuzz/CSimdjson -ISources/CZlib -ISources/CZstd -o .build/fuzz/dumps \
	  .build/fuzz/Text.o .build/fuzz/Temporal.o .build/fuzz/Timeline.o .build/fuzz/simdjson.o -lsimdjson -lstdc++ \
	  Sources/Extraction/Dumps/*.swift Sources/Extraction/Import/*.swift Sources/Extraction/Feeds/*.swift \
	  Sources/Extraction/Markup/*.swift Tests/Fuzz/DumpFuzzer.swift
	$(FUZZ) .build/fuzz/dumps -max_len=4096 -timeout=10 -max_total_time=$(or $(SECONDS),60) .build/fuzz/dump-corpus Tests/Fuzz/dumps </dev/null

# Kills add at KILLS (default 200) random moments, lets it run into a full disk, and has three programs use one library.
crash-test: build
	LINIMASA_KILLS=$(or $(KILLS),200) swift test --filter killedWhileAdding
	python3 Tests/Crash/crash.py $(PROGRAM) Resources $(or $(KILLS),200)

# The reader beside lnav, tig and newsboat, where they are installed, on as many events (EVENTS, default 100,000; newsboat
# up to that): make bench-reader EVENTS=1000000
bench-reader: build
	swift build -c release --product library-bench
	rm -f .build/bench-reader.sqlite*
	.build/release/library-bench make .build/bench-reader.sqlite $(or $(EVENTS),100000)
	python3 Tests/Benchmarks/reader.py $(PROGRAM) Resources .build/bench-reader.sqlite $(or $(EVENTS),100000)
