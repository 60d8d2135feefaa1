"""The front door as functions behind an API Gateway, and what pushes through its websockets."""
