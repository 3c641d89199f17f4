"""``polyleaf completion``: let a shell complete words."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module

SUMMARY = "write what lets a shell complete words"
DESCRIPTION = (
    "Write a script for bash, zsh or fish that completes commands, options, locales, regions and "
    "clinics. In bash: polyleaf completion bash > ~/.local/share/bash-completion/completions/"
    "polyleaf; in zsh: add 'source <(polyleaf completion zsh)' to ~/.zshrc, after compinit; in "
    "fish: polyleaf completion fish > ~/.config/fish/completions/polyleaf.fish."
)

SHELLS = ("bash", "zsh", "fish")

_REGIONS = (
    "{ ls source/regions; polyleaf list regions; } 2>/dev/null | "
    "sed -nE 's/^([A-Z0-9]{2,3}(-[A-Z0-9]+)?)(\\.toml$| .*)/\\1/p' | sort -u"
)
"""The project's own, and those that it takes over."""

_FOLDERS: Mapping[str, str] = {
    "LOCALE": "ls -d locales/*/ 2>/dev/null | cut -d/ -f2",
    "CODE": _REGIONS,
    "REGION": _REGIONS,
    "ID": "ls source/clinics source 2>/dev/null | sed -n 's/\\.toml$//p; s/\\.md$//p'",
}
"""What is looked for on the spot, by the word for it in a command's help."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def run(words: argparse.Namespace) -> int:
    """Write the script."""
    commands = dict(_commands())
    write = {"bash": _bash, "zsh": _zsh, "fish": _fish}[words.shell]
    sys.stdout.write("\n".join(write(commands)) + "\n")
    return 0


def _commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield each command with what it takes."""
    from pipeline.cli.main import COMMANDS

    for name in COMMANDS:
        command = import_module(f"pipeline.cli.{name}")
        parser = argparse.ArgumentParser(prog=name, description=command.SUMMARY)
        command.add_options(parser)
        yield name, parser


def _options(parser: argparse.ArgumentParser) -> list[str]:
    return [one for action in parser._actions for one in action.option_strings if one[1] == "-"]


def _values(action: argparse.Action) -> str:
    """Return what stands for an action's values in a script: words, or a command in ``$( )``."""
    if action.choices:
        return " ".join(map(str, action.choices))
    command = _FOLDERS.get(str(action.metavar), "")
    return f"$({command})" if command else ""


def _cases(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Yield for each option that takes a value its names and values; empty ones are files."""
    for action in parser._actions:
        if action.option_strings and action.nargs != 0:
            yield "|".join(action.option_strings), _values(action)


def _positional(parser: argparse.ArgumentParser) -> str:
    found = (_values(action) for action in parser._actions if not action.option_strings)
    return next(filter(None, found), "")


def _bash(commands: Mapping[str, argparse.ArgumentParser]) -> Iterator[str]:
    yield "# polyleaf: completion for bash"
    yield "_polyleaf() {"
    yield "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words= one"
    yield "    local command="
    yield '    for one in "${COMP_WORDS[@]:1:$((COMP_CWORD-1))}"; do'
    yield f"        case $one in {'|'.join(commands)}) command=$one; break ;; esac"
    yield "    done"
    yield "    case $command in"
    yield f'    "") words="{" ".join(commands)} --help --project --version" ;;'
    for name, parser in commands.items():
        yield f"    {name})"
        yield "        case $before in"
        for options, values in _cases(parser):
            yield f'        {options}) words="{values}" ;;'
        first = _positional(parser)
        yield f'        *) words="{" ".join(_options(parser))} {first}" ;;'
        yield "        esac ;;"
    yield "    esac"
    yield '    COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "}"
    yield "complete -o default -F _polyleaf polyleaf"


def _zsh(commands: Mapping[str, argparse.ArgumentParser]) -> Iterator[str]:
    yield "# polyleaf: completion for zsh, by way of bash's"
    yield "autoload -Uz bashcompinit && bashcompinit"
    yield from _bash(commands)


def _fish(commands: Mapping[str, argparse.ArgumentParser]) -> Iterator[str]:
    yield "# polyleaf: completion for fish"
    names = " ".join(commands)
    for name, parser in commands.items():
        told = str(parser.description).replace("'", "\\'")
        yield (
            f"complete -c polyleaf -n 'not __fish_seen_subcommand_from {names}' -f -a {name} "
            f"-d '{told}'"
        )
        for action in parser._actions:
            yield from _fish_action(f"__fish_seen_subcommand_from {name}", action)


def _fish_action(when: str, action: argparse.Action) -> Iterator[str]:
    values = _values(action)
    if values.startswith("$("):
        # What runs on the spot stands in brackets of fish's own, and its groups in words.
        values = f"({values[2:-1].replace('{ ', 'begin; ').replace('; }', '; end')})"
    given = [f"-a {_fish_quoted(values)}"] if values else []
    if not action.option_strings:
        if values:
            yield _joined(["complete -c polyleaf -f", f"-n '{when}'", *given])
        return
    names: Sequence[str] = [
        f"-l {one[2:]}" if one.startswith("--") else f"-s {one[1:]}"
        for one in action.option_strings
    ]
    takes = ["-r"] if action.nargs != 0 else []
    yield _joined(["complete -c polyleaf", f"-n '{when}'", *names, *takes, *given])


def _fish_quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _joined(words: Iterable[str]) -> str:
    return " ".join(words)
