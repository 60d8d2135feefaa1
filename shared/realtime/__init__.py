"""Events and namespaces of Socket.IO, as names."""
