"""From an order to finished files in ``build/``."""
