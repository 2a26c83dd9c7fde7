# Assay. `make help` lists the targets; `make try` is the first thing to do.
#
# Each MODE has an object directory of its own, so that objects never mix: $(BUILD)/release,
# $(BUILD)/debug, $(BUILD)/sanitize, $(BUILD)/coverage, $(BUILD)/fuzz. Objects are made again when
# their flags change, archives when files come or go.
#
# Variables for the command line: MODE, BUILD, PREFIX, DESTDIR, CC, CFLAGS, LDFLAGS (appended to our
# own), WERROR=1 (a warning is an error), V=1 (shows commands), JOBS (how many compilations at
# a time, for `make try`, `make test` and `make analyze`), FUZZ_CC and FUZZ_SECONDS (clang, and how long
# each target of `make fuzz` runs).

MODE ?= release
BUILD ?= build
PREFIX ?= /usr/local
DESTDIR ?=
ifeq ($(origin CC),default)
CC := gcc
endif
JOBS ?= $(shell nproc 2>/dev/null || echo 1)

FUZZ_CC ?= clang
FUZZ_SECONDS ?= 60

MODES := release debug sanitize coverage fuzz
ifeq ($(filter $(MODE),$(MODES)),)
$(error MODE is one of $(MODES), not '$(MODE)')
endif

# What compiles the grammars, which are the same for all modes.
GRAMMAR_CC := $(CC)

# libFuzzer is part of clang, so that here CC does not count, not even on the command line.
ifeq ($(MODE),fuzz)
override CC := $(FUZZ_CC)
endif

VERSION := $(shell sed -n 's/^.define ASSAY_VERSION "\(.*\)"/\1/p' judge/command/command.h 2>/dev/null)
OUT := $(BUILD)/$(MODE)

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: FORCE
FORCE:

# V=1 shows the commands.
ifeq ($(V),1)
step =
else
step = @echo "  $(1)  $@";
endif

# ---- Flags ---------------------------------------------------------------------------------------

PACKAGES := libseccomp libpcre2-8 yaml-0.1 jansson nettle libcurl libmicrohttpd expat libcmark-gfm
PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
# What reads git histories is a program of its own, which alone needs these.
READER_CFLAGS := $(shell pkg-config --cflags libgit2 jansson 2>/dev/null)
READER_LIBS := $(shell pkg-config --libs libgit2 jansson 2>/dev/null)
MACHINE := $(firstword $(subst -, ,$(shell $(CC) -dumpmachine 2>/dev/null)))

WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2 \
	-Wundef -Wpointer-arith -Wcast-align -Wwrite-strings -Wimplicit-fallthrough
ifeq ($(WERROR),1)
WARNINGS += -Werror
endif

HARDENING_x86_64 := -fcf-protection=full
HARDENING_aarch64 := -mbranch-protection=standard
HARDENING := -fstack-protector-strong -fstack-clash-protection -fPIE $(HARDENING_$(MACHINE))
# Level 3 also bounds objects whose size is known only when running; gcc 11 and older stop at 2.
FORTIFY := $(if $(shell $(CC) -dumpversion 2>/dev/null | grep -E '^(1[2-9]|[2-9][0-9])'),3,2)
HARDENING_LINK := -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,separate-code,-z,text

MODE_release := -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$(FORTIFY)
MODE_debug := -O0 -g3
MODE_sanitize := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined
MODE_coverage := -O0 -g --coverage
MODE_fuzz := -O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=undefined -Wno-cast-align # clang's is stricter than gcc's

COMPILE := $(CC) -std=gnu17 -D_GNU_SOURCE -I. -pthread $(WARNINGS) $(HARDENING) $(MODE_$(MODE)) \
	$(PACKAGE_CFLAGS) $(CPPFLAGS) $(CFLAGS)
LINK := $(CC) -pthread $(HARDENING_LINK) \
	$(filter -fsanitize=% --coverage,$(MODE_$(MODE))) $(CFLAGS) $(LDFLAGS)
LIBS := -lcmark-gfm-extensions $(PACKAGE_LIBS) -ljq -lm $(LDLIBS) # jq 1.6 has no pkg-config file

# Where an installed program finds its data; only the sources that use it depend on it.
INSTALLED := -DASSAY_PREFIX='"$(PREFIX)"'
INSTALLED_SOURCES := $(shell grep -rl --include='*.c' ASSAY_PREFIX judge tests/unit 2>/dev/null)

# ---- Sources -------------------------------------------------------------------------------------

# From right to left in the picture of ARCHITECTURE.md: the linker wants users before what they use.
PARTS := judge/command judge/panel judge/store judge/report judge/rubric judge/evidence judge/service \
	judge/review judge/growth judge/trial judge/language judge/signature judge/problem judge/base \
	sandbox
MAIN := judge/command/main.c
PART_SOURCES := $(filter-out $(MAIN),$(wildcard $(PARTS:%=%/*.c)))
UNIT_SOURCES := $(wildcard tests/unit/*.c)
FUZZ_SOURCES := $(wildcard tests/fuzz/*.c)
SOURCES := $(wildcard $(MAIN)) $(PART_SOURCES) $(UNIT_SOURCES) $(FUZZ_SOURCES)

to_objects = $(patsubst %.c,$(OUT)/%.o,$(1))
part_sources = $(filter $(1)/%,$(PART_SOURCES))
parts_with_sources = $(foreach part,$(1),$(if $(call part_sources,$(part)),$(part)))
to_archives = $(patsubst %,$(OUT)/%.a,$(call parts_with_sources,$(1)))

UNIT_PROGRAMS := $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(UNIT_SOURCES))
FUZZ_PROGRAMS := $(patsubst tests/fuzz/%.c,$(OUT)/target/%,$(FUZZ_SOURCES))

# ---- Grammars ------------------------------------------------------------------------------------

# tree-sitter and its grammars: sources of others, fetched by scripts/setup as third_party/
# package-lock.json says. They are compiled once, for all modes, and with flags of their own.
FETCHED := third_party/node_modules/fetched
TREE_SITTER := third_party/node_modules/tree-sitter/vendor/tree-sitter/lib
GRAMMARS := $(BUILD)/grammars.a
GRAMMAR_COMPILE = $(GRAMMAR_CC) -std=gnu11 -D_GNU_SOURCE -O1 -w $(HARDENING)
GRAMMAR_SOURCES := $(wildcard $(patsubst %,third_party/node_modules/%/src/*.c, \
	tree-sitter-c tree-sitter-cpp tree-sitter-go tree-sitter-java tree-sitter-javascript \
	tree-sitter-python tree-sitter-rust tree-sitter-typescript/typescript \
	tree-sitter-typescript/tsx @tree-sitter-grammars/tree-sitter-kotlin))
GRAMMAR_OBJECTS := $(patsubst third_party/node_modules/%.c,$(BUILD)/grammars/%.o, \
	$(GRAMMAR_SOURCES) $(wildcard $(TREE_SITTER)/src/lib.c))

# Whoever links judge/review links these, too.
grammars_for = $(if $(filter judge/review,$(1)),$(GRAMMARS))

# ---- Building ------------------------------------------------------------------------------------

## Building

.PHONY: all release debug sanitize coverage program unit clean

ifeq ($(MODE),release)
all: $(BUILD)/assay ## builds the program: build/assay (the default)
else
all: program
endif

release: ## the same as `make`
	@$(MAKE) --no-print-directory MODE=release all

debug: ## build/debug/assay: not optimised, all debug information
	@$(MAKE) --no-print-directory MODE=debug all

sanitize: ## build/sanitize/assay: with AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory MODE=sanitize all

coverage: ## runs the unit tests with gcov: how much of each file they reach
	@$(MAKE) --no-print-directory -j$(JOBS) MODE=coverage unit
	@scripts/coverage $(BUILD)/coverage

program: $(OUT)/assay

unit: $(UNIT_PROGRAMS) ## builds the unit tests: build/release/unit/

clean: ## removes everything that was built
	rm -rf $(BUILD)

$(BUILD)/assay: $(OUT)/assay
	@ln -sf $(patsubst $(BUILD)/%,%,$<) $@

$(OUT)/assay: $(call to_objects,$(MAIN)) $(call to_archives,$(PARTS)) $(GRAMMARS) $(OUT)/stamp/link
	$(call step,link)$(LINK) -o $@ $(filter-out %/stamp/link,$^) $(LIBS)

# A stamp holds a text and changes only when the text does.
STAMP_compile = $(COMPILE)
STAMP_link = $(LINK) $(LIBS)
STAMP_installed = $(INSTALLED)
STAMP_sources = $(PART_SOURCES)
STAMP_grammars = $(GRAMMAR_COMPILE)
STAMPS := $(patsubst %,$(OUT)/stamp/%,compile link installed sources) $(GRAMMARS:.a=/stamp/grammars)
$(STAMPS): export STAMP_TEXT = $(STAMP_$(@F))
$(STAMPS): FORCE
	@mkdir -p $(@D)
	@$(if $(and $(PACKAGE_LIBS),$(READER_LIBS)),,echo "Libraries are missing (or pkg-config is): run 'scripts/setup build', or 'make try'." >&2; exit 1)
	@printf '%s\n' "$$STAMP_TEXT" | cmp -s - $@ || printf '%s\n' "$$STAMP_TEXT" >$@

define ARCHIVE
$(OUT)/$(1).a: $(call to_objects,$(call part_sources,$(1))) $(OUT)/stamp/sources
	@mkdir -p $$(@D)
	@rm -f $$@
	$$(call step,ar  )$$(AR) rcs $$@ $$(filter %.o,$$^)
endef
$(foreach part,$(call parts_with_sources,$(PARTS)),$(eval $(call ARCHIVE,$(part))))

$(OUT)/%.o: %.c $(OUT)/stamp/compile
	@mkdir -p $(@D)
	$(call step,cc  )$(COMPILE) $(DEFINES) -MMD -MP -c -o $@ $<

$(call to_objects,$(INSTALLED_SOURCES)): DEFINES = $(INSTALLED)
$(call to_objects,$(INSTALLED_SOURCES)): $(OUT)/stamp/installed

# The wrapper alone sees tree-sitter's header.
SYNTAX_OBJECTS := $(call to_objects,$(wildcard judge/review/syntax*.c))
$(SYNTAX_OBJECTS): DEFINES = -isystem $(TREE_SITTER)/include
$(SYNTAX_OBJECTS): $(FETCHED)

$(FETCHED): third_party/package-lock.json
	@cmp -s $< $@ || { echo "The grammars are missing: run 'scripts/setup build', or 'make try'." >&2; exit 1; }

$(BUILD)/grammars/%.o: third_party/node_modules/%.c $(FETCHED) $(BUILD)/grammars/stamp/grammars
	@mkdir -p $(@D)
	$(call step,cc  )$(GRAMMAR_COMPILE) -I$(TREE_SITTER)/include -I$(TREE_SITTER)/src -I$(<D) -c -o $@ $<

$(GRAMMARS): $(FETCHED) $(GRAMMAR_OBJECTS)
	@mkdir -p $(@D)
	@rm -f $@
	$(call step,ar  )$(AR) rcs $@ $(filter %.o,$^)

# The table of languages is built into the program (by the assembler, which -MMD does not see).
$(OUT)/judge/language/table.o: judge/language/languages.yaml
$(OUT)/judge/signature/template.o: $(wildcard judge/signature/templates/*.txt)
$(OUT)/judge/command/new.o: judge/command/skeleton.txt
$(OUT)/judge/report/html.o: judge/report/pages/report.html judge/report/pages/report.css
$(OUT)/judge/report/markdown.o: judge/report/pages/report.md
$(OUT)/judge/command/show.o: docs/take-home.md
$(OUT)/judge/command/starter.o: $(wildcard judge/service/starters/*.txt)
$(OUT)/judge/service/ask_lines.o: $(wildcard judge/service/lines/*)

# So is the plugin of qemu-user that `assay growth` counts with. It is loaded into the emulator, and
# therefore always the same: no sanitizer, no coverage.
GROWTH_PLUGIN := $(OUT)/judge/growth/plugin/count.so
$(GROWTH_PLUGIN): $(wildcard judge/growth/plugin/*.[ch])
	@mkdir -p $(@D)
	$(call step,link)$(CC) -std=gnu17 -D_GNU_SOURCE -I. $(WARNINGS) -O2 -fPIC -fvisibility=hidden \
		-shared -o $@ $(filter %.c,$^) -lm
# And what is loaded into programs to see how much memory they hold.
GROWTH_HELD := $(OUT)/judge/growth/held/held.so
$(GROWTH_HELD): $(wildcard judge/growth/held/*.[ch]) judge/growth/plugin/counts.h
	@mkdir -p $(@D)
	$(call step,link)$(CC) -std=gnu17 -D_GNU_SOURCE -I. $(WARNINGS) -O2 -fPIC -fvisibility=hidden \
		-shared -o $@ $(filter %.c,$^) -ldl -pthread
$(OUT)/judge/growth/emulator.o: $(GROWTH_PLUGIN) $(GROWTH_HELD) $(wildcard judge/growth/spread/*)
$(OUT)/judge/growth/emulator.o: DEFINES = -DGROWTH_PLUGIN='"$(GROWTH_PLUGIN)"' -DGROWTH_HELD='"$(GROWTH_HELD)"'

# And the program that reads git histories, in a room: see judge/review/history_room.c.
HISTORY_READER := $(OUT)/judge/review/reader/history
READER_SOURCES := $(wildcard judge/review/reader/*.c)
$(HISTORY_READER): $(READER_SOURCES) judge/review/reader/reader.h
	@mkdir -p $(@D)
	$(call step,link)$(CC) -std=gnu17 -D_GNU_SOURCE $(WARNINGS) $(HARDENING) $(HARDENING_LINK) -O2 \
		-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$(FORTIFY) $(READER_CFLAGS) -I. -o $@ $(READER_SOURCES) $(READER_LIBS)
$(OUT)/judge/review/history_room.o: $(HISTORY_READER)
$(OUT)/judge/review/history_room.o: DEFINES = -DHISTORY_READER='"$(HISTORY_READER)"'

# One Check program a module: tests/unit/PART_MODULE.c tests judge/PART or sandbox, and links with
# that part and those to the left of it only.
part_name = $(firstword $(subst _, ,$(notdir $(basename $(1)))))
part_of = $(or $(filter %/$(part_name) $(part_name),$(PARTS)),$(error $(1) is named after no part))
parts_from = $(if $(filter $(1),$(firstword $(2))),$(2),$(call parts_from,$(1),$(wordlist 2,99,$(2))))
define UNIT
$(OUT)/unit/$(notdir $(basename $(1))): $(call to_objects,$(1)) \
		$(call to_archives,$(call parts_from,$(call part_of,$(1)),$(PARTS))) \
		$(call grammars_for,$(call parts_from,$(call part_of,$(1)),$(PARTS))) $(OUT)/stamp/link
	@mkdir -p $$(@D)
	$$(call step,link)$$(LINK) -o $$@ $$(filter-out %/stamp/link,$$^) $$(LIBS) $$(shell pkg-config --libs check)
endef
$(foreach source,$(UNIT_SOURCES),$(eval $(call UNIT,$(source))))

# What `make bench` measures reports with.
BENCH_REPORTS := $(OUT)/bench/reports
$(BENCH_REPORTS): $(call to_objects,tests/bench/reports.c) \
		$(call to_archives,$(call parts_from,judge/report,$(PARTS))) $(GRAMMARS) $(OUT)/stamp/link
	@mkdir -p $(@D)
	$(call step,link)$(LINK) -o $@ $(filter-out %/stamp/link,$^) $(LIBS)

# Targets of libFuzzer are named and linked in the same way, but only by clang.
define TARGET
$(OUT)/target/$(notdir $(basename $(1))): $(call to_objects,$(1)) \
		$(call to_archives,$(call parts_from,$(call part_of,$(1)),$(PARTS))) \
		$(call grammars_for,$(call parts_from,$(call part_of,$(1)),$(PARTS))) $(OUT)/stamp/link
	@mkdir -p $$(@D)
	$$(call step,link)$$(LINK) -fsanitize=fuzzer -o $$@ $$(filter-out %/stamp/link,$$^) $$(LIBS)
endef
ifeq ($(MODE),fuzz)
$(foreach source,$(FUZZ_SOURCES),$(eval $(call TARGET,$(source))))
endif

.PHONY: fuzz-targets
fuzz-targets: $(FUZZ_PROGRAMS)

-include $(patsubst %.o,%.d,$(call to_objects,$(SOURCES)))

# ---- Trying and testing --------------------------------------------------------------------------

## Trying and testing

VERIFY_SECONDS ?= 150

.PHONY: try test verify-services verify-problems stress-problems mutate-problems hostile bench bench-growth test-cgroup2 fuzz fuzz-keep analyze check-layers check-format format

# These install packages first, and then call make anew: this one has asked pkg-config already.
try: ## installs what is missing, builds, judges four samples
	@MAKE="$(MAKE)" JOBS="$(JOBS)" BUILD="$(BUILD)" scripts/try

test: ## installs what is missing, builds, runs every test; STAGES="unit e2e" runs some
	@MAKE="$(MAKE)" JOBS="$(JOBS)" BUILD="$(BUILD)" tests/run $(STAGES)

verify-problems: all ## verifies the library for VERIFY_SECONDS (150); FULL=1 all of it, SLUGS="a b" some
	@scripts/setup build try languages || echo "going on with what there is"
	@tests/problems/run --seconds $(VERIFY_SECONDS) $(if $(FULL),--full) $(BUILD) $(SLUGS)

verify-services: all ## every reference and faulty variant of the service problems; SLUGS="a b" of some
	@tests/services/run --full $(BUILD) $(SLUGS)

stress-problems: all ## `assay stress` on every wrong submission of the library; SLUGS="a b" of some
	@scripts/setup build try languages || echo "going on with what there is"
	@tests/problems/run --stress $(BUILD) $(SLUGS)

mutate-problems: all ## do the tests notice small changes of right solutions; EACH=8 a package, SLUGS="a b"
	@scripts/setup build try languages || echo "going on with what there is"
	@tests/problems/mutate --each $(or $(EACH),8) $(BUILD) $(SLUGS)

hostile: all ## runs every program of tests/hostile, also under bubblewrap, a line each
	@scripts/setup build try languages bench || echo "going on with what there is"
	@tests/hostile/run --beside bwrap $(BUILD)

bench: all $(BENCH_REPORTS) ## measures launching, limits, judging, noise; figures go to build/bench.json
	@scripts/setup build try bench || echo "going on with what there is"
	@tests/bench/run $(BUILD)

bench-growth: all ## how often `assay growth` is right, on tests/growth; LIMIT=20 of the programs, HALF=scored
	@scripts/setup build try languages bench || echo "going on with what there is"
	@tests/growth/run --beside $(if $(LIMIT),--limit $(LIMIT)) $(if $(HALF),--half $(HALF)) $(BUILD)

test-cgroup2: ## runs the sandbox's tests on cgroup v2, on a Debian kernel in qemu
	@MAKE="$(MAKE)" JOBS="$(JOBS)" BUILD="$(BUILD)" tests/cgroup2/run $(STAGES)

fuzz: ## feeds odd input to whatever reads files, FUZZ_SECONDS (60) for each target
	@scripts/setup build fuzz || echo "going on with what there is"
	@$(MAKE) --no-print-directory -j$(JOBS) MODE=fuzz fuzz-targets
	@tests/fuzz/run --seconds $(FUZZ_SECONDS) --jobs $(JOBS) $(BUILD)

fuzz-keep: ## adds what `make fuzz` found to reach new code to tests/fuzz/corpus
	@$(MAKE) --no-print-directory -j$(JOBS) MODE=fuzz fuzz-targets
	@tests/fuzz/run --keep $(BUILD)

# As a compilation has it, less what only changes the code that is made.
ANALYZE_FLAGS = -std=gnu17 -D_GNU_SOURCE -I. -isystem $(TREE_SITTER)/include -pthread $(PACKAGE_CFLAGS) $(CPPFLAGS) $(INSTALLED) \
	-DGROWTH_PLUGIN='"judge/growth/spread/spread.py"' -DGROWTH_HELD='"judge/growth/spread/spread.py"' \
	-DHISTORY_READER='"judge/growth/spread/spread.py"'

analyze: ## clang-tidy, cppcheck and gcc's -fanalyzer over all sources; TOOLS="gcc" runs some
	@scripts/setup build analyze || echo "going on with what there is"
	@JOBS="$(JOBS)" CC="$(CC)" scripts/analyze $(TOOLS) -- $(ANALYZE_FLAGS)

check-layers: ## fails on an include against the direction of ARCHITECTURE.md
	@scripts/check-layers

C_FILES = $(shell find sandbox judge tests -name '*.[ch]' -not -path 'tests/hostile/*' -not -path 'tests/growth/*')

check-format: ## fails on a source that `make format` would change
	@clang-format --dry-run --Werror $(C_FILES)

format: ## lays out all sources as .clang-format says
	@clang-format -i $(C_FILES)

# ---- Installing ----------------------------------------------------------------------------------

## Installing

.PHONY: install uninstall

BIN_DIR = $(DESTDIR)$(PREFIX)/bin
LIB_DIR = $(DESTDIR)$(PREFIX)/lib
INCLUDE_DIR = $(DESTDIR)$(PREFIX)/include/assay
DATA_DIR = $(DESTDIR)$(PREFIX)/share/assay
MAN_DIR = $(DESTDIR)$(PREFIX)/share/man/man1
COMPLETION_DIR = $(DESTDIR)$(PREFIX)/share/bash-completion/completions

# The sandbox as a library of its own. Its internal names are made local, so that they cannot clash
# with those of a program that links it.
$(OUT)/libassay-sandbox.a: $(OUT)/sandbox.a
	$(call step,ar  )$(CC) -r -nostdlib -o $(@:.a=.o) -Wl,--whole-archive $< && \
		objcopy --wildcard --keep-global-symbol='sandbox_*' $(@:.a=.o) && \
		rm -f $@ && $(AR) rcs $@ $(@:.a=.o)

install: all $(OUT)/libassay-sandbox.a ## installs below PREFIX (/usr/local), staged below DESTDIR
	install -D -m 755 $(OUT)/assay $(BIN_DIR)/assay
	install -D -m 644 judge/language/languages.yaml $(DATA_DIR)/languages.yaml
	install -d $(DATA_DIR)/problems
	cp -R problems/. $(DATA_DIR)/problems
	install -d $(DATA_DIR)/rubrics
	cp -R rubrics/. $(DATA_DIR)/rubrics
	find $(DATA_DIR)/problems $(DATA_DIR)/rubrics -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
	install -D -m 644 docs/assay.1 $(MAN_DIR)/assay.1
	install -D -m 644 docs/assay.bash $(COMPLETION_DIR)/assay
	install -D -m 644 sandbox/sandbox.h $(INCLUDE_DIR)/sandbox.h
	install -D -m 644 $(OUT)/libassay-sandbox.a $(LIB_DIR)/libassay-sandbox.a
	install -d $(LIB_DIR)/pkgconfig
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' scripts/assay-sandbox.pc.in \
		>$(LIB_DIR)/pkgconfig/assay-sandbox.pc

uninstall: ## removes what `make install` with the same PREFIX and DESTDIR put there
	rm -f $(BIN_DIR)/assay $(MAN_DIR)/assay.1 $(COMPLETION_DIR)/assay $(INCLUDE_DIR)/sandbox.h \
		$(LIB_DIR)/libassay-sandbox.a $(LIB_DIR)/pkgconfig/assay-sandbox.pc
	rm -rf $(DATA_DIR)
	-rmdir $(INCLUDE_DIR) 2>/dev/null

# ---- Help ----------------------------------------------------------------------------------------

.PHONY: help
help: ## prints this
	@awk -F ':.*## ' '/^## / { print "\n" substr($$0, 4) ":" } \
		/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile
