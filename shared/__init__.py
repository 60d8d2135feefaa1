"""The vocabulary and the pipes that every other room uses."""
