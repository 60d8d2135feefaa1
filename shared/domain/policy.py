"""How far an agent's policy can be moved. The table ``agents`` checks the same bounds."""

LEAST_WRONG = 0.005
MOST_WRONG = 0.1
"""Of all messages: the ends of what calibrations measure, since beyond nobody knows anything."""
