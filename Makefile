# Polyleaf: each target is one line over `python -m pipeline`; `make` alone lists them.

# A value counts only when it stands on make's own command line: every shell sets LANG, and a cloud
# shell may set REGION. The program, not make, judges whether the value makes sense.
# It counts as it was typed: a dollar sign is one, and a line that was pasted goes on.
define newline


endef
typed = $(subst $$$$,$$,$(subst $(newline), ,$(value $1)))
said = $(if $(filter command line,$(origin $1)),$(subst ','\'',$(call typed,$1)))
option = $(if $(call said,$2),--$1 '$(call said,$2)')
flag = $(if $(filter-out 0 no No NO n N off Off OFF false False FALSE,$(call said,$2)),--$1)
LOCALES := $(call said,LANG)

# What make was told goes to the program, which refuses a name that it does not know: targets,
# variables on the command line, and those of ours that stand in the environment only.
SAID := $(sort $(foreach v,$(.VARIABLES),$(if $(filter command,$(origin $v)),$v)))
DECIDING := REGION CLINIC PAPER EDITION ARTICLE BESIDE NAMES PROOFS APPROVED DRAFT WORKING TODAY PROJECT
AROUND := $(foreach v,$(DECIDING),$(if $(filter environment,$(origin $v)),$v))
# Make itself keeps the last of two values and forgets the first; Linux knows what was typed.
TWICE := $(shell { tr '\0' '\n' < /proc/$$PPID/cmdline | sed -n 's/^\([A-Z_]*\)=.*/\1/p' | sort | uniq -d; } 2> /dev/null)
told = --make '$@|$(subst ','\'',$(MAKECMDGOALS)|$(SAID)|$(AROUND))|$(TWICE)|$(LOCALES)'$(if $(call said,PROJECT), --project '$(call said,PROJECT)')

# Pango chooses fonts by the process's locale, so the shell's must not reach it.
override LANG := C.UTF-8
override LC_ALL := C.UTF-8
export LANG LC_ALL
ifneq ($(origin LANGUAGE),command line)
unexport LANGUAGE
endif
unexport MAKEFLAGS

POLYLEAF := .venv/bin/python -m pipeline

.PHONY: help pdf open layout specimen messages receive locale clinic status list doctor check explain rules services confirm review note approve revoke evidence release regions inspect accessibility test test-exhaustive bench fuzz soak sbom audit serve clean
.DEFAULT_GOAL := help

# Folders: make would say that nothing is to be done for them.
FOLDERS := build docs locales pipeline source tests
$(FOLDERS): FORCE
	@$(POLYLEAF) --make 'pdf|$(subst ','\'',$@)' explain

# Any other word: most often somebody has left LANG= out.
.DEFAULT:
	@$(POLYLEAF) --make 'pdf|$(subst ','\'',$@)' explain

help:
	@sed -n 's/^## //p' Makefile

## make pdf                     print every locale's handout into build/
## make pdf LANG=es             print one locale; LANG="es ar" prints two
## make pdf LANG=qps            test the layout before a language exists: made-up words that are
##                              longer; qps_Arab is the same from right to left
##     REGION=GB                with the crisis numbers of a region; intl prints none
##     CLINIC=riverside         with a clinic's profile from source/clinics/
##     EDITION=brochure         another printed form: large-print, brochure, bilingual, booklet; or all;
##                              wall-poster: the crisis note alone; notice: all languages on one
##                              page, in the article's own or, with LANG=es, in Spanish
##     BESIDE=ar                of a bilingual sheet, the other language; without it, the article's own
##     NAMES="es vi"            of a notice, the only languages that it names; without it, all approved
##     PROOFS=1                 name on a notice also languages that nobody has approved
##     PAPER=a4                 on other paper than the region's: letter or a4
##     ARTICLE=sleep            only one article
##     APPROVED=1               refuse what may not call itself approved
##     TODAY=2026-11-23         count the ages of records on another day than today
##     DRAFT=1                  with English, marked, where a translation is missing
##     WORKING=1                the working text, though an earlier release of it is approved
##     FORCE=1                  again, though nothing has changed
##     VERBOSE=1                write every warning; QUIET=1 writes none
##     PROJECT=../ours          of another folder with source/ and locales/; every target takes it
##     JOBS=2                   so many sheets at the same time; without it one for each processor
##     MEMORY=2048              so many megabytes a sheet, and CPU_SECONDS=120 of processor time;
##                              without them 1024 and 60
pdf: .venv/.installed
	@$(POLYLEAF) $(told) pdf $(if $(LOCALES),'$(LOCALES)') $(call option,region,REGION) $(call option,clinic,CLINIC) $(call option,paper,PAPER) $(call option,edition,EDITION) $(call option,beside,BESIDE) $(call option,names,NAMES) $(call option,article,ARTICLE) $(call flag,approved,APPROVED) $(call flag,proofs,PROOFS) $(call option,today,TODAY) $(call flag,draft,DRAFT) $(call flag,working,WORKING) $(call flag,force,FORCE) $(call option,jobs,JOBS) $(call option,memory,MEMORY) $(call option,cpu-seconds,CPU_SECONDS) $(call flag,verbose,VERBOSE) $(call flag,quiet,QUIET)

## make open LANG=es            show the newest sheet in the system's reader
##     EDITION=brochure         the newest brochure; REGION=GB and CLINIC=riverside choose likewise;
##                              FILE=x.pdf opens just that file
open: .venv/.installed
	@$(POLYLEAF) $(told) open $(if $(LOCALES),'$(LOCALES)') $(if $(call said,FILE),'$(call said,FILE)') $(call option,edition,EDITION) $(call option,region,REGION) $(call option,clinic,CLINIC)

## make layout                  draw panels and folds of brochure and booklet, in true size
layout: .venv/.installed
	@$(POLYLEAF) $(told) layout $(if $(call said,EDITION),'$(call said,EDITION)') $(call option,paper,PAPER)

## make specimen                draw the design's scale, colours and parts on one page
specimen: .venv/.installed
	@$(POLYLEAF) $(told) specimen $(call option,paper,PAPER)

## make messages                bring the catalogs in locales/ up to date with the articles
messages: .venv/.installed
	@$(POLYLEAF) $(told) messages $(if $(LOCALES),'$(LOCALES)')

## make receive FILES="a.po b.zip"
##                              take in the catalogs that translators send back
##     DRY_RUN=1                only say what each is
##     OLDER=1                  also take over what is older than the catalog here
##     VERBOSE=1                write every text that is still to be translated
receive: .venv/.installed
	@$(POLYLEAF) $(told) receive '$(call said,FILES)' $(call flag,dry-run,DRY_RUN) $(call flag,older,OLDER) $(call flag,verbose,VERBOSE)

## make locale LANG=fr          start a language: catalogs, and what is still missing
##     REMOVE=1                 give it up again, as long as nobody has translated a word
locale: .venv/.installed
	@$(POLYLEAF) $(told) locale '$(LOCALES)' $(call flag,remove,REMOVE)

## make clinic NAME="…"          start a clinic's profile, with every field explained
##     ID=harbour               the name of its file, where you want another than its own
clinic: .venv/.installed
	@$(POLYLEAF) $(told) clinic '$(call said,NAME)' $(call option,id,ID)

## make status                  say how far each language is
status: .venv/.installed
	@$(POLYLEAF) $(told) status $(if $(LOCALES),'$(LOCALES)') $(call option,today,TODAY)

## make check                   say what is wrong with articles, catalogs and regions
##     STRICT=1                 fail on warnings too
##     FORMAT=json              one document for a program: json, github or sarif
##     VERBOSE=1                write every text that is still to be translated
check: .venv/.installed
	@$(POLYLEAF) $(told) check $(if $(LOCALES),'$(LOCALES)') $(call option,format,FORMAT) $(call flag,strict,STRICT) $(call flag,verbose,VERBOSE) $(call option,today,TODAY)

## make explain CODE=CIT001     say what a finding means and how to mend it; without CODE, list all
explain: .venv/.installed
	@$(POLYLEAF) $(told) explain $(if $(call said,CODE),'$(call said,CODE)')

## make rules                   write docs/rules.md, all that can be found, and docs/exit-status.md
rules: .venv/.installed
	@$(POLYLEAF) $(told) explain --markdown > docs/rules.md.new && mv docs/rules.md.new docs/rules.md
	@$(POLYLEAF) explain --exit-statuses > docs/exit-status.md.new && mv docs/exit-status.md.new docs/exit-status.md
	@echo docs/rules.md; echo docs/exit-status.md

## make services                show the recorded crisis services of a region; REGION=US says it of one,
##                              DUE=1 what to confirm next
services: .venv/.installed
	@$(POLYLEAF) $(told) services $(if $(call said,REGION),'$(call said,REGION)') $(call flag,due,DUE) $(call option,today,TODAY)

## make confirm RECORD=US/988 BY="…" HOW="…"
##                              record that a person has checked a service
confirm: .venv/.installed
	@$(POLYLEAF) $(told) confirm '$(call said,RECORD)' $(call option,by,BY) $(call option,how,HOW) $(call option,on,ON)

## make review LANG=es          print a translation for those who approve it: what changed is marked
##     KIT=1                    with a guide for readers, and where the makers were least sure
review: .venv/.installed
	@$(POLYLEAF) $(told) review '$(LOCALES)' $(call option,article,ARTICLE) $(call option,paper,PAPER) $(call flag,kit,KIT) $(call option,today,TODAY)

## make note COPY=es@1a2b3c4d NUMBER=14 TEXT="…" BY="…"
##                              keep what was noted on a printed review
note: .venv/.installed
	@$(POLYLEAF) $(told) note '$(call said,COPY)' '$(call said,NUMBER)' '$(call said,TEXT)' $(call option,by,BY) $(call option,today,TODAY)

## make approve LANG=es ROLE=clinician BY="…"
##                              record that a person approves a translation; NAMED=1 names them
approve: .venv/.installed
	@$(POLYLEAF) $(told) approve '$(LOCALES)' $(call option,role,ROLE) $(call option,by,BY) $(call option,article,ARTICLE) $(call option,on,ON) $(call flag,named,NAMED) $(call option,qualification,QUALIFICATION) $(call option,languages,LANGUAGES)

## make revoke LANG=es OF="…" BY="…" BECAUSE="…"
##                              take an approval back; it is kept, with who, when and why
revoke: .venv/.installed
	@$(POLYLEAF) $(told) revoke '$(LOCALES)' $(call option,of,OF) $(call option,by,BY) $(call option,because,BECAUSE) $(call option,role,ROLE) $(call option,article,ARTICLE) $(call option,on,ON)

## make evidence LANG=es KIND=field-test BY="…" READERS=12 FOUND="…"
##                              record how a translation was tried; NAMED=1 names the person
evidence: .venv/.installed
	@$(POLYLEAF) $(told) evidence '$(LOCALES)' $(call option,kind,KIND) $(call option,by,BY) $(call option,readers,READERS) $(call option,found,FOUND) $(call option,article,ARTICLE) $(call option,on,ON) $(call flag,named,NAMED)

## make release ARTICLE=x VERSION=1.0
##                              freeze what is approved, so that it stays in print while the next is made
##     KEEP=1 BY="…" WHY="…"    keep a release in print though the original has changed in substance
##     WITHDRAW=1 BY="…" WHY="…"
##                              take a release out of print for good; LANG=es only in that language
release: .venv/.installed
	@$(POLYLEAF) $(told) release $(if $(call flag,keep,KEEP),keep) $(if $(call flag,withdraw,WITHDRAW),withdraw) '$(call said,ARTICLE)' '$(call said,VERSION)' $(call option,by,BY) $(call option,why,WHY) $(if $(LOCALES),--locale '$(LOCALES)') $(call option,on,ON) $(call option,today,TODAY)

## make regions                 write docs/regions.md, the records to go through with a telephone
regions: .venv/.installed
	@$(POLYLEAF) $(told) services --markdown > docs/regions.md.new && mv docs/regions.md.new docs/regions.md
	@echo docs/regions.md

## make inspect LANG=es         say who may be given the newest sheet, and what a proof still lacks
##     EDITION=brochure         the newest brochure; REGION=GB and CLINIC=riverside choose likewise
##     FILE=x.pdf               that file: which version it is, and whether it is current
##     APPROVED=1               fail on a proof too: only what patients may be given is good
inspect: .venv/.installed
	@$(POLYLEAF) $(told) inspect $(if $(LOCALES),'$(LOCALES)') $(if $(call said,FILE),'$(call said,FILE)') $(call option,edition,EDITION) $(call option,region,REGION) $(call option,clinic,CLINIC) $(call flag,approved,APPROVED) $(call option,today,TODAY)

## make accessibility           validate every PDF in build/ against PDF/UA-1 and PDF/A-2a; FILE=x.pdf one
accessibility: .venv/.installed-accessibility
	@$(POLYLEAF) $(told) accessibility $(if $(call said,FILE),'$(call said,FILE)')

## make list WHAT=regions       list codes beside names: locales, regions, editions, clinics, articles
##                              or sheets
list: .venv/.installed
	@$(POLYLEAF) $(told) list '$(call said,WHAT)'

## make doctor                  say which libraries and fonts this computer lacks
doctor: .venv/.installed
	@$(POLYLEAF) $(told) doctor

## make test                    run the linters, the type checker and the tests
##     ONLY=check               the tests of one folder of tests/ alone, or of one file: test_rules.py
parts = $(patsubst tests/%,%,$(call said,ONLY))
unknown = $(firstword $(foreach part,$(parts),$(if $(wildcard tests/$(firstword $(subst ::, ,$(part)))),,$(part))))
test: .venv/.installed-test
	@$(if $(unknown),echo "error: tests/ has no '$(unknown)'" >&2; echo "    fix:    name a folder or a file of it: ONLY=check or ONLY=test_rules.py or ONLY=golden/test_golden.py::NAME" >&2; exit 2)
	@$(if $(call said,ONLY),,.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy &&) .venv/bin/python -m pytest -n auto -rsfE $(if $(call said,ONLY),--failed-first,--dist loadfile) $(patsubst %,tests/%,$(parts))

## make test-exhaustive         run what make test shows of one form, language or size, for the others
test-exhaustive: .venv/.installed-test
	@.venv/bin/python -m pytest -n auto -rsfE -m exhaustive

## make bench                   measure the speed, as ratios in one run, for docs/speed.md
bench: .venv/.installed-test .venv/others .venv/pofilter
	@.venv/bin/python -m tests.bench --rounds 3 --write

## make fuzz                    feed each reader with texts that nobody wrote, others each time, for long
fuzz: .venv/.installed-test
	@FUZZ=20000 POLYLEAF_SEEK=1 .ci/fuzz

## make soak                    make 200 sheets in every way there is (one process, workers, shares, Dask),
##                              and see that all leave the same
soak: .venv/.installed-test
	@.ci/soak

## make sbom                    write build/sbom.json: all packages with versions and licences (CycloneDX)
sbom: .venv/.installed .venv/supply
	@.venv/supply/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --of JSON -o build/sbom.json .venv/bin/python && echo build/sbom.json

## make audit                   ask the public database for known faults of the packages
audit: .venv/supply
	@.venv/supply/bin/pip-audit -r .ci/requirements.txt --require-hashes --disable-pip

## make serve                   stand ready, so that make pdf prints sooner; Ctrl-C ends it (Linux)
serve: .venv/.installed
	@$(POLYLEAF) $(told) serve

## make clean                   take out of build/ what was made here, and nothing else
##     STALE=1                  only what is withdrawn, stale, or made for what is gone
clean: .venv/.installed
	@$(POLYLEAF) $(told) clean $(call flag,stale,STALE)

# Each time: a folder that was moved, another Python or a damaged .venv is noticed, and renewed. Where
# all is well this takes a few milliseconds.
.venv/.installed: FORCE
	@sh pipeline/install.sh .

.venv/.installed-accessibility: FORCE
	@sh pipeline/install.sh .[accessibility]

# In an environment of their own, so that what they need is not counted among what we need.
.venv/supply:
	@python3 -m venv $@ && $@/bin/python -m pip install -q cyclonedx-bom==7.5.0 pip-audit==2.10.1 || { rm -rf $@; exit 1; }

# Under the GPL, and called beside our checks: in an environment of its own.
.venv/pofilter:
	@python3 -m venv $@ && $@/bin/python -m pip install -q translate-toolkit==3.20.4 || { rm -rf $@; exit 1; }

# Catalogs by many hands, which our rules about letters must not call wrong. Nothing in them is run.
.venv/others:
	@.venv/bin/python -m pip install -q --no-deps --no-compile --target $@ django==5.2.19 sphinx==9.0.4 || { rm -rf $@; exit 1; }

.venv/.installed-test: FORCE
	@sh pipeline/install.sh .[test]

FORCE:
