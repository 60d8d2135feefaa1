"""All SQL, all Redis keys, the vector store client and the migrations.

``conversations``  live state of conversations in Redis, for handlers (async)
``answers``        the same state as the workers need it (sync)
``records``        messages and conversations in PostgreSQL, written in batches
``inbox``, ``sites``, ``people``, ``documents``  the other tables
``vectors``        passages in Chroma
"""
