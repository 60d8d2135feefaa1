"""Names of queues, and producers and consumers that send and receive by name.

``names``      every queue, declared once
``envelope``   the bytes of a message: Dramatiq's, so that one publish can reach an actor too
``rabbitmq``   topology, confirmed publishing and batch consuming on RabbitMQ
``streams``    the same on the embedded Redis
``topology``   what is on the broker, looked at
``consumers``  whether anybody takes from it
``emptying``   the queues emptied, for a database that is gone
``producers``  what the rooms use: picks one of the two by ``BROKER_URL``
"""
