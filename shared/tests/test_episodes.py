"""Episodes are what the messages say, however often and in whatever order they are counted."""

from typing import Any

import pytest
from psycopg import Connection

from shared.storage.episodes import refresh_episodes
from shared.storage.records import write_feedback
from shared.tests.rows import new_operator, new_site
from shared.tests.samples import feedback
from shared.tests.stories import Story

pytestmark = pytest.mark.services


@pytest.fixture
def story(connection: Connection[Any]) -> Story:
    """An empty conversation."""
    return Story(connection, new_site(connection))


def test_an_answered_question_is_one_episode(story: Story) -> None:
    story.say("visitor")
    story.after(seconds=2).say("agent", "answered", agent="network")
    (one,) = story.episodes()
    assert (one["visitor_messages"], one["answers"], one["operator_messages"]) == (1, 1, 0)
    assert one["first_answer_ms"] == 2_000
    assert (one["agent"], one["agents"], one["last_sender"]) == ("network", ["network"], "agent")
    assert one["handed_off_at"] is None
    assert one["closed_at"] is None


def test_a_day_of_silence_and_a_close_each_end_an_episode(story: Story) -> None:
    story.say("visitor")
    story.after(hours=23).say("visitor")
    story.after(hours=24, seconds=1).say("visitor")
    story.after(minutes=1).say("system", "closed")
    story.after(minutes=1).say("visitor")
    found = story.episodes()
    assert [each["visitor_messages"] for each in found] == [2, 1, 1]
    assert found[1]["closed_at"] == found[1]["last_at"]


def test_silence_that_a_person_breaks_is_no_new_matter(story: Story, connection: Any) -> None:  # noqa: ANN401
    operator = new_operator(connection, new_site(connection))
    story.say("visitor")
    story.after(days=3).say("operator", operator_id=operator, operator_name="Анна")
    (one,) = story.episodes()
    assert one["operator_messages"] == 1
    assert one["operator_id"] == operator


def test_a_hand_off_keeps_why_and_how_long_a_person_was_waited_for(
    story: Story, connection: Connection[Any]
) -> None:
    operator = new_operator(connection, new_site(connection))
    story.say("visitor")
    asked = story.after(minutes=1).say("visitor")
    story.after(seconds=3).say("agent", "handed_off", handoff_reason="no_knowledge", agent="access")
    story.after(seconds=5).say("visitor")
    story.after(seconds=25).say("operator", operator_id=operator, operator_name="Анна")
    (one,) = story.episodes()
    assert one["handoff_reason"] == "no_knowledge"
    assert one["first_human_ms"] == 30_000
    assert one["unanswered_id"] == asked, "the question before the hand-off, not the word after it"


def test_ratings_and_the_score_are_counted_when_they_come(
    story: Story, connection: Connection[Any]
) -> None:
    story.say("visitor")
    answer = story.say("agent", "answered", agent="network")
    assert story.episodes()[0]["downs"] == 0
    here = {"conversation_id": story.id, "message_id": None, "rating": None, "read_seq": None}
    write_feedback(
        connection,
        [
            feedback(**here | {"message_id": answer, "rating": "down"}),
            feedback(**here | {"score": 2}),
        ],
    )
    (one,) = story.episodes()
    assert (one["downs"], one["score"]) == (1, 2)


def test_counting_again_changes_nothing(story: Story, connection: Connection[Any]) -> None:
    story.say("visitor")
    story.after(days=2).say("visitor")
    first = story.episodes()
    assert refresh_episodes(connection) == 0
    connection.execute("UPDATE conversations SET episodes_due = true WHERE id = %s", (story.id,))
    assert story.episodes() == first
