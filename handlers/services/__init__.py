"""What handlers do, without HTTP and sockets around it.

``directory``      sites and their origins, cached
``conversations``  a message's way in, stop, hand-off, snapshot
``floor``          take, return, close, for operators
``sessions``       visitor sessions
``sign_in``        operators' sign-in, refresh, revocation
``limits``         rates, counted in Redis
``fanout``         from Redis to the sockets of this process
"""
