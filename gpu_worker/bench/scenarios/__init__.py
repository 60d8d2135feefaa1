"""What is measured: each module has ``measure(plan, stand)``."""
