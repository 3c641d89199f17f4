"""Loaded by each worker of a drill's cluster: the processes that make its sheets have a stub."""

from pipeline.publish import cluster
from tests.publish.fleet import stub_of_a_drill

cluster.__dict__["warm_up"] = stub_of_a_drill
