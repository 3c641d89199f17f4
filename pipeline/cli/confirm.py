"""``polyleaf confirm``: record that a person has checked a service."""

import argparse
import sys

from pipeline.cli import options

SUMMARY = "record that a person has checked a service"
DESCRIPTION = (
    "Write into a region's file who has checked one record, how and when. Any later change of "
    "the record voids it."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "record", metavar="REGION/SERVICE", help="such as US/988, or US/emergency for its numbers"
    )
    parser.add_argument(
        "--by", required=True, metavar="NAME", help="the person who has checked it, by name"
    )
    parser.add_argument(
        "--how",
        required=True,
        metavar="WORDS",
        help="what you read or whom you asked: of emergency numbers the page that the authority "
        "publishes, or its office; of a crisis line its own site, or its office. Never call the "
        "number to check it",
    )
    options.add_on(parser)
    options.add_today(parser)


def run(words: argparse.Namespace) -> int:
    """Record that a person has checked a service."""
    from pipeline.desk.services import record_report
    from pipeline.project import Project
    from pipeline.vouch.confirm import confirm as confirm_record
    from pipeline.vouch.confirm import find_record

    project = Project.at(words.project)
    on = words.on or words.today
    code, slash, name = words.record.partition("/")
    said = f"{options.region(code, project)}/{name}" if slash else words.record
    file = confirm_record(project, said, by=words.by, how=words.how, on=on, today=words.today)
    region, record = find_record(project, said)
    sys.stderr.write(record_report(region, record, words.today))
    print(file)
    return 0
