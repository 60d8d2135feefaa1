"""A bug of ours is answered in the one shape, and a page of another origin can read it."""

import httpx

from handlers.api.application import build_api
from handlers.tests.door import ERROR_KEYS, SHOP


async def test_a_bug_is_answered_in_the_shape_of_errors_to_a_page_of_another_origin() -> None:
    api = build_api(lambda origin: origin == SHOP)
    api.state.services = None  # whoever asks a service for something finds none
    transport = httpx.ASGITransport(api, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://otvet.test") as client:
        reply = await client.post(
            "/api/v1/visitor/sessions", json={"site_key": "k" * 12}, headers={"Origin": SHOP}
        )

    body = reply.json()
    assert reply.status_code == 500
    assert set(body) >= ERROR_KEYS
    assert (body["code"], body["retryable"]) == ("internal", False)
    assert reply.headers["X-Request-ID"] == body["request_id"]
    assert reply.headers["Access-Control-Allow-Origin"] == SHOP
