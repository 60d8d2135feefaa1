"""How fast the engine is beside other ways to serve adapters: ``python -m gpu_worker.bench``."""
