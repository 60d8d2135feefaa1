"""Socket.IO: a guard at the frames, a server that never stays silent, two namespaces."""
