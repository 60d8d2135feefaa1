"""Files as companies have them, read as Markdown. Bytes in, a document out; no I/O of its own.

``sniff``     tells by its content what a file is
``readers``   one for each kind
``writer``    the Markdown that ``shared.domain.passages`` splits
``reading``   bytes to ``Document``: what the child process runs
``process``   the same in a process of its own, with limits, for files of strangers
"""
