"""The command line ``otvet``: what whoever runs an installation does from a shell.

Each command is a module with ``add``, which declares it to argparse, and functions that do it.
Composition is in ``context``; what goes wrong, with its exit status, in ``errors``.
"""
