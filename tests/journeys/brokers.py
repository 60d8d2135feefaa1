"""On which brokers a journey is made: all on the embedded one, the telling ones on RabbitMQ too."""

import pytest

on_both_brokers = pytest.mark.parametrize("product", ["redis", "rabbitmq"], indirect=True)
on_the_embedded_broker = pytest.mark.parametrize("product", ["redis"], indirect=True)
