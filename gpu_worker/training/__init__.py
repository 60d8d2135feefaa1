"""Training of agents' adapters: examples in, a version in the folder of adapters out.

``dataset`` makes the examples (``python -m gpu_worker.training.dataset``); ``python -m
gpu_worker.training`` trains on them. How to go about it stands in docs/training.md.
"""
