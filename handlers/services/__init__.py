"""What handlers do, without HTTP and sockets around it.

``directory``      sites and their origins, cached
``live``           conversations in Redis, seeded from PostgreSQL; snapshots
``messages``       a message's way in
``floor``          hand-off, stop, take, return, close; feedback
``agents``         the agents and how far each may err
``access``         which conversations an operator may touch
``sessions``       visitor sessions
``sign_in``        operators' sign-in, refresh, revocation
``limits``         rates, counted in Redis
``fanout``         from Redis to the sockets of this process
"""
