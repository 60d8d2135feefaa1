"""The models: routing, retrieval, answering and the engine, fed by Dramatiq actors."""
