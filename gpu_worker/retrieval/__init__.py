"""Finding passages: words, vectors and the lexical index, fused by a weighted sum.

``words``      how text becomes tokens, stems and character n-grams
``embedder``   the seam to embedding models, and which one an installation uses
``hashed``     the shipped embedding: no model, no download
``sentences``  any sentence-transformers model, by setting
``lexical``    exact BM25 and n-gram scores over all passages of a site
``knowledge``  ``KnowledgeIndex``: what the pipeline searches
``indexer``    ``Indexer``: what puts passages into Chroma
"""
