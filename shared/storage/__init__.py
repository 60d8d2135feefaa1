"""All SQL, all Redis keys, the vector store client and the migrations.

``conversations``  live state of conversations in Redis, for handlers (async)
``answers``        the same state as the workers need it (sync)
``records``        messages and conversations in PostgreSQL, written in batches
``inbox``, ``sites``, ``agents``, ``people``, ``documents``  the other tables
``curves``         what the agents' confidence promises, from the gpu_workers to handlers
``vectors``        passages in Chroma
"""
