"""What writes an answer from passages.

``base``           the seam
``extractive``     quotes the sentences that answer; no language model
``generative``     a language model behind the engine's seam, in this process
``openai``         a language model behind an OpenAI-compatible server (``openai_link`` asks it,
                   ``openai_wire`` knows its words)
``loading``        a backend that is made in the background
``guard``          a circuit breaker in front of one that can fail
``adapters``       the agents' adapters, kept as the folder of adapters says
``tokenizer``      a checkpoint's tokenizer, and ``chat_template`` its marks (need transformers)
``streaming``      text out of tokens and pieces
``metered``        what answers cost, counted
"""
