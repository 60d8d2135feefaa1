"""The engine: token ids in, token ids out. It knows nothing of prompts, agents or queues."""
