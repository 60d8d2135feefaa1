"""Names of queues, and producers and consumers that send and receive by name.

``names``      every queue, declared once
``envelope``   the bytes of a message: Dramatiq's, so that one publish can reach an actor too
``rabbitmq``   topology, confirmed publishing and batch consuming on RabbitMQ
``streams``    the same on the embedded Redis
``producers``  what the rooms use: picks one of the two by ``BROKER_URL``
"""
