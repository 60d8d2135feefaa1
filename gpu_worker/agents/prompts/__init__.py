"""The prompt of an answer: what the agent is told, and what it is shown as data.

``templates``  the agents' rules and the frames around data, versioned files in two languages
``layout``     rules, history, sources and question in their order, as turns of a dialogue
``budget``     what is left out, and in which order, when a prompt is too long
``marks``      how a model marks turns: a dialogue as segments for its tokenizer

The rules come first and are the same for all requests of an agent, and what was said before
follows as it was said. So an engine that reuses what two prompts begin with computes the rules
once, and of a conversation only what is new: the sources, which belong to one question, stand
beside it at the end.
"""

from gpu_worker.agents.prompts.budget import Fitted, PromptTooLong, fit
from gpu_worker.agents.prompts.layout import Prompt, Role, Turn, lay_out, prompt_hash
from gpu_worker.agents.prompts.marks import CHATML, ChatMarks, Segment, build_prompt, segments_of
from gpu_worker.agents.prompts.templates import (
    Template,
    TemplateError,
    Templates,
    load_templates,
    shipped_templates,
)
from shared.domain.fencing import neutralise

__all__ = [
    "CHATML",
    "ChatMarks",
    "Fitted",
    "Prompt",
    "PromptTooLong",
    "Role",
    "Segment",
    "Template",
    "TemplateError",
    "Templates",
    "Turn",
    "build_prompt",
    "fit",
    "lay_out",
    "load_templates",
    "neutralise",
    "prompt_hash",
    "segments_of",
    "shipped_templates",
]
