"""What writes an answer from passages.

``base``        the seam
``extractive``  quotes the sentences that answer; no language model
``generative``  a language model behind the engine's seam
"""
