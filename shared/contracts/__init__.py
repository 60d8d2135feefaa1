"""Every payload that crosses a process or a socket, versioned.

``wire``      what the pieces below share: messages, citations, errors, acks
``visitor``   commands from and events to the widget (Socket.IO ``/visitor``)
``operator``  commands from and events to the console (Socket.IO ``/operator``)
``http``      request and response bodies under ``/api/v1``
``policy``    what accepting wrong answers brings, from the gpu_worker to the console
``queues``    what travels through the broker: ``ai_requests``, ``ai_response``, ``db_messages``
"""
