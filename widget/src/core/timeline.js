/**
 * What is on the screen, in order: state → items. The view only draws them.
 */

/** @import { Attachment, Citation, Message, OutboxEntry, Sender, State } from "./types.js" */

/**
 * @typedef {"streaming" | "done" | "queued" | "sending" | "sent" | "failed"} ItemState
 *
 * @typedef {object} Item
 * @property {string} key Stays the same while a message goes from sending to sent, or from
 *   streaming to done.
 * @property {string} id
 * @property {Sender} sender
 * @property {ItemState} state
 * @property {string} text
 * @property {string | null} name Of the agent or the operator.
 * @property {readonly Citation[]} citations
 * @property {readonly Attachment[]} attachments
 * @property {readonly string[]} choices Only where they can be tapped now.
 * @property {string | null} outcome
 * @property {number} at Milliseconds.
 * @property {boolean} opens The first of its speaker's in a row.
 * @property {boolean} ends The last of them.
 * @property {number | null} days Where a day of the visitor's begins: how many days ago it was.
 * @property {{ code?: string, message?: string } | null} error
 */

const MINUTE = 60 * 1_000;
/** A pause this long starts a new group though the speaker is the same. */
const PAUSE = 5 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** One for all, so that what has not changed is seen to be the same. @type {readonly never[]} */
const NONE = [];

/**
 * @param {State} state
 * @param {number} now
 * @returns {Item[]}
 */
export function timeline(state, now) {
  const items = state.messages.map((message) => ofMessage(state, message));
  const answer = state.generation;
  if (answer?.text) {
    items.push({
      // To the minute, so that it is not another one each time.
      ...blank(answer.message_id, "agent", "streaming", answer.text, now - (now % MINUTE)),
      name: agentName(state, answer.agent),
    });
  }
  for (const entry of state.outbox) items.push(ofEntry(entry));
  markDays(items, now);
  for (const [index, item] of items.entries()) {
    item.opens = !goesOn(items[index - 1], item);
    item.ends = !goesOn(item, items[index + 1]);
  }
  offerChoices(state, items);
  return items;
}

/**
 * @param {State} state
 * @param {string | null | undefined} slug
 * @returns {string | null} The agent's name for people.
 */
export function agentName(state, slug) {
  if (!slug) return null;
  return state.settings?.agents.find((agent) => agent.slug === slug)?.name ?? null;
}

/**
 * @param {string} id
 * @param {Sender} sender
 * @param {ItemState} state
 * @param {string} text
 * @param {number} at
 * @returns {Item}
 */
function blank(id, sender, state, text, at) {
  return {
    key: id,
    id,
    sender,
    state,
    text,
    at,
    name: null,
    citations: NONE,
    attachments: NONE,
    choices: NONE,
    outcome: null,
    opens: true,
    ends: true,
    days: null,
    error: null,
  };
}

/**
 * @param {State} state
 * @param {Message} message
 * @returns {Item}
 */
function ofMessage(state, message) {
  const { id, sender, text, at } = message;
  const mine = sender === "visitor";
  return {
    ...blank(id, sender, mine ? "sent" : "done", text, Date.parse(at)),
    key: message.client_message_id ?? id,
    name: sender === "agent" ? agentName(state, message.agent) : (message.operator_name ?? null),
    citations: message.citations ?? NONE,
    attachments: message.attachments ?? NONE,
    outcome: message.outcome ?? null,
  };
}

/**
 * @param {OutboxEntry} entry
 * @returns {Item}
 */
function ofEntry(entry) {
  const { client_message_id: id, text, attachments = NONE, at, state } = entry;
  return { ...blank(id, "visitor", state, text, at), attachments, error: state === "failed" ? entry : null };
}

/**
 * Days are the visitor's. Where all was said today there is nothing to tell apart.
 *
 * @param {Item[]} items
 * @param {number} now
 */
function markDays(items, now) {
  const today = dayOf(now);
  let day = today;
  for (const item of items) {
    const its = dayOf(item.at);
    if (its !== day) item.days = today - its;
    day = its;
  }
}

/**
 * @param {number} at
 * @returns {number} Its day where the visitor is, counted from the epoch.
 */
function dayOf(at) {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}

/**
 * @param {Item | undefined} before
 * @param {Item | undefined} after
 */
function goesOn(before, after) {
  return (
    before !== undefined &&
    after?.days === null &&
    before.sender === after.sender &&
    before.name === after.name &&
    after.at - before.at < PAUSE
  );
}

/**
 * Choices are offered while they answer the last thing said.
 *
 * @param {State} state
 * @param {Item[]} items
 */
function offerChoices(state, items) {
  const last = items.at(-1);
  const message = state.messages.at(-1);
  const asked = last?.id === message?.id && !state.generation;
  if (last && asked) last.choices = message?.choices ?? [];
}
