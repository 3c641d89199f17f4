"""A project that version 0.1.0 made, with its approvals and confirmations: it stays as it is."""
