"""The front door: HTTP and Socket.IO, stateless, any number of processes."""
