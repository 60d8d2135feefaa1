"""Who is asked, how sure are the agents, and where do they give up?"""

from ops.grafana.board import Board, Panel, Row, Variable
from ops.grafana.queries import quantile, rate, share

_MINE = '{agent=~"$agent"}'

_ASKED = Row(
    "Who answers",
    (
        Panel(
            "Turns by agent",
            "none: no agent answered, for the turn was a greeting, a choice or a hand-off.",
            {rate(f"ai_requests_total{_MINE}", "agent"): "{{agent}}"},
            unit="reqps", stacked=True,
        ),
        Panel(
            "Outcomes of these agents",
            "What came of the turns of the agents chosen above.",
            {rate(f"ai_requests_total{_MINE}", "status"): "{{status}}"},
            unit="reqps", stacked=True,
        ),
    ),
)  # fmt: skip
_SURE = Row(
    "How sure they are",
    (
        Panel(
            "Share of the votes of the first agent",
            "1: every passage found is of one agent. Low: the subjects overlap, or the question "
            "belongs to nobody.",
            {quantile(0.5, "ai_agent_selection_similarity", "agent", _MINE): "{{agent}}, 50 %"},
            unit="percentunit",
        ),
        Panel(
            "Nearness of the question and its passage",
            "Cosine of the two. Falls when people ask for what the knowledge does not have.",
            {
                quantile(0.5, "ai_context_similarity"): "50 %",
                quantile(0.1, "ai_context_similarity"): "lowest tenth below",
            },
            unit="percentunit",
        ),
        Panel(
            "Why they give up",
            "no_knowledge: nothing found. low_confidence: not sure enough. ungrounded: the answer "
            "did not stand on its sources. failed: see Trouble with the model.",
            {
                rate('otvet_handoffs_total{reason!~"requested|deadline"}', "reason"): "{{reason}}",
            },
            unit="reqps", stacked=True,
        ),
        Panel(
            "Trouble with the model",
            "Turns that the configured model did not write, by reason.",
            {rate("otvet_model_trouble_total", "reason"): "{{reason}}"},
            unit="reqps", stacked=True,
        ),
    ),
)  # fmt: skip
_WRITE = Row(
    "What they write with",
    (
        Panel(
            "Tokens a second",
            "Of finished answers: read in prompts, and written.",
            {rate(f"ai_tokens_used_total{_MINE}", "kind"): "{{kind}}"},
        ),
        Panel(
            "Tokens of an answer",
            "On average, by agent.",
            {
                share(
                    rate('ai_tokens_used_total{agent=~"$agent",kind="answer"}', "agent"),
                    rate(f"otvet_writing_seconds_count{_MINE}", "agent"),
                ): "{{agent}}",
            },
        ),
        Panel(
            "First words, 95 %",
            "From asking the model to its first words: when the visitor sees the agent write.",
            {quantile(0.95, "otvet_first_text_seconds", "agent", _MINE): "{{agent}}"},
            unit="s", warn=5, bad=10,
        ),
        Panel(
            "Prompts that did not fit",
            "Those that lost the oldest messages, and passages that were left out or cut.",
            {
                rate(f"ai_history_truncation_total{_MINE}", "agent"): "{{agent}}, history",
                rate(f"otvet_passages_cut_total{_MINE}", "agent"): "{{agent}}, passages",
            },
        ),
        Panel(
            "Asked by operators",
            "Drafts, answers anew, the playground and test cases, by what came of them.",
            {rate("otvet_trials_total", "kind, state"): "{{kind}}, {{state}}"},
            unit="reqps",
        ),
        Panel(
            "Adapters changed",
            "Versions loaded, unloaded and refused in an hour.",
            {"sum by (result) (increase(otvet_adapters_changed_total[1h]))": "{{result}}"},
        ),
    ),
)  # fmt: skip

BOARD = Board(
    "agents",
    "Agents",
    "Who is asked, how sure are they, and where do they give up?",
    (_ASKED, _SURE, _WRITE),
    (Variable("agent", "Agent", "label_values(ai_requests_total, agent)"),),
)
