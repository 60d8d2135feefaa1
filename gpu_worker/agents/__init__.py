"""How a turn is answered: understanding, routing, policy, writing and verification."""
