// What stands beside a conversation, as plain as it can be: nobody has noted or rated anything.
const SITE = "Служба ИТ";

function context(conversation) {
  return {
    conversation_id: conversation.id,
    site_name: SITE,
    visitor: {
      id: conversation.id,
      name: conversation.visitor,
      locale: "ru",
      first_seen: conversation.at,
      external_id: null,
      email: null,
      attributes: {},
    },
    page: null,
    contact: null,
    read_seq: 0,
    score: null,
    score_comment: null,
    ratings: [],
    closings: [],
  };
}

function handoff(conversation) {
  const called = conversation.messages.findLast((message) => message.outcome === "handed_off");
  const asked = conversation.messages.filter((message) => message.sender === "visitor");
  const quote = (message) => ({ message_id: message.id, seq: message.seq, text: message.text });
  return {
    conversation_id: conversation.id,
    status: conversation.status,
    waiting_since: conversation.waitingSince,
    agent: conversation.agent,
    call: called
      ? {
          message_id: called.id,
          at: called.at,
          reason: "requested",
          question: null,
          confidence: null,
          threshold: null,
          passages: [],
          explained: false,
        }
      : null,
    first: asked.length > 0 ? quote(asked[0]) : null,
    last: asked.length > 1 ? quote(asked.at(-1)) : null,
    details: [],
    tried: [],
    questions: asked.length,
  };
}

const PARTS = {
  context,
  handoff,
  notes: () => ({ items: [], next: null }),
  earlier: () => ({ items: [], next: null }),
  people: () => ({ items: [] }),
};

/** Answers what is asked beside conversations; nothing when it is asked something else. */
export function besideOf(route, desk) {
  if (route === "GET /replies") return { items: [], next: null };
  if (route === "GET /mentions") return { items: [], unseen: 0, next: null };
  const [, id, part] = /^GET \/conversations\/([^/]+)\/(\w+)$/.exec(route) ?? [];
  return part in PARTS ? PARTS[part](desk.get(id)) : undefined;
}
