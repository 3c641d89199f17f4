"""A worker reaches no address, where the system can see to that."""

import socket

import pytest

from pipeline.publish.executors.fence import can_close_network
from pipeline.publish.executors.processes import Processes


def knock(port: int, _: str) -> str:
    """Try to reach a port on this computer."""
    with socket.socket() as one:
        try:
            one.connect(("127.0.0.1", port))
        except PermissionError:
            return "refused"
    return "reached"


@pytest.mark.skipif(not can_close_network(), reason="this system has no Landlock for the network")
def test_a_worker_cannot_reach_a_port_that_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert knock(port, "") == "reached"
        with Processes(1) as executor:
            assert [*executor.run(knock, port, ["a"])] == ["refused"]
