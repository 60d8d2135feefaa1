"""The ways to serve several adapters that are measured against each other."""
