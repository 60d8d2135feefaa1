/**
 * The one reducer: live events, resumed streams and what happens on this side all end here.
 * Pure; returns the same state when nothing changed.
 */
import { applyDelta, codePoints } from "./delta.js";
import { mergeMessages } from "./messages.js";
import { initialState } from "./state.js";

/** @import { ConversationState, DeltaEvent, FailedEvent, LocalEvent, Message, OlderCame, OutboxAcked, PartialAnswer, PlaceTold, RatedMessage, SessionStarted, SnapshotEvent, Stage, StageEvent, State, WidgetEvent } from "./types.js" */

const ENDED_KEPT = 16;

/** Codes of `generation.failed` that are no failure in the visitor's eyes. */
const SUPERSEDED = new Set(["stopped", "cancelled", "superseded"]);

/**
 * @param {State} state
 * @param {WidgetEvent} event
 * @returns {State}
 */
export function reduce(state, event) {
  // A fact about a conversation that this widget has left says nothing about the present one.
  if ("conversation_id" in event && isForeign(state, event.conversation_id)) return state;
  const next = apply(state, event);
  if ("cursor" in event && next.cursor !== event.cursor) return { ...next, cursor: event.cursor };
  return next;
}

/**
 * @param {State} state
 * @param {string} id
 */
function isForeign(state, id) {
  return state.conversation !== null && state.conversation.id !== id;
}

/**
 * @param {State} state
 * @param {WidgetEvent} event
 * @returns {State}
 */
function apply(state, event) {
  switch (event.type) {
    case "conversation.snapshot":
      return applySnapshot(state, event);
    case "message.created":
    case "message.completed":
      return addMessage(state, event.message);
    case "generation.stage":
      return enterStage(state, event);
    case "message.delta":
      return addDelta(state, event);
    case "generation.failed":
      return failGeneration(state, event);
    case "handoff.started":
      return withStatus(state, {
        status: "waiting",
        operator_name: null,
        position: event.position ?? null,
        eta_seconds: event.eta_seconds ?? null,
      });
    case "operator.joined":
      return withStatus(state, { status: "operator", operator_name: event.name });
    case "conversation.status":
      return changeStatus(state, event.status, event.operator_name ?? null);
    case "typing.started":
      return { ...state, typing: { name: event.name ?? null } };
    case "message.rated":
      return { ...state, ratings: rated(state, [event]) };
    case "conversation.rated":
      return { ...state, score: event };
    default:
      return applyLocal(state, event);
  }
}

/**
 * @param {State} state
 * @param {LocalEvent} event
 * @returns {State}
 */
function applyLocal(state, event) {
  switch (event.type) {
    case "session.started":
      return startSession(state, event);
    case "visitor.left":
      return { ...initialState(), link: state.link, settings: state.settings };
    case "typing.expired":
      return state.typing ? { ...state, typing: null } : state;
    case "outbox.changed":
      return { ...state, outbox: event.entries };
    case "outbox.acked":
      return settle(state, event);
    case "link.changed":
      return { ...state, link: event.link };
    case "human.asked":
      return { ...state, calling: true };
    case "human.refused":
      return { ...state, calling: false };
    case "stop.asked":
      return setStopping(state, true);
    case "stop.refused":
      return setStopping(state, false);
    case "notice.shown":
      return { ...state, notice: event.notice };
    case "notice.hidden":
      return { ...state, notice: null };
    case "older.came":
      return addOlder(state, event);
    case "place.told":
      return movePlace(state, event);
    case "rating.changed": {
      const { message_id: id, rating } = event;
      return { ...state, ratings: { ...state.ratings, [id]: rating && { ...rating, message_id: id } } };
    }
    case "score.changed":
      return { ...state, score: event.score };
    default:
      return state;
  }
}

/**
 * @param {State} state
 * @param {SessionStarted} event
 * @returns {State}
 */
function startSession(state, { session, back = false }) {
  const { settings, conversation_id: id } = session;
  if (state.conversation?.id === id) return { ...state, settings };
  const { outbox, link } = state;
  /** @type {ConversationState} */
  const conversation = { id, status: "agent" };
  return { ...initialState(), outbox, link, settings, conversation, back };
}

/**
 * @param {State} state
 * @param {SnapshotEvent} event
 * @returns {State}
 */
function applySnapshot(state, event) {
  const { conversation, full, generation } = event;
  const ended =
    state.generation && state.generation.message_id !== generation?.message_id
      ? endGeneration(state, state.generation.message_id).ended
      : state.ended;
  return {
    ...state,
    conversation,
    synced: true,
    messages: mergeMessages(full ? [] : state.messages, event.messages),
    more: full ? (event.has_more ?? false) : state.more,
    ratings: rated(full ? initialState() : state, event.ratings),
    score: event.score ?? (full ? null : state.score),
    generation: generation ? resume(state, generation) : null,
    ended,
    typing: null,
    calling: state.calling && conversation.status === "agent",
  };
}

/**
 * @param {State} state
 * @param {readonly RatedMessage[]} [changed] An older platform tells of none.
 */
function rated(state, changed = []) {
  return { ...state.ratings, ...Object.fromEntries(changed.map((rating) => [rating.message_id, rating])) };
}

/**
 * @param {State} state
 * @param {PartialAnswer} partial
 */
function resume(state, partial) {
  const known = state.generation?.message_id === partial.message_id ? state.generation : null;
  const text = partial.text ?? "";
  return {
    message_id: partial.message_id,
    agent: partial.agent ?? null,
    stage: /** @type {Stage} */ (partial.stage ?? (text ? "writing" : "queued")),
    position: null,
    text,
    length: codePoints(text),
    stopping: known?.stopping ?? false,
  };
}

/**
 * @param {State} state
 * @param {Message} message
 * @returns {State}
 */
function addMessage(state, message) {
  const over = message.sender === "agent" ? endGeneration(state, message.id) : state;
  return {
    ...over,
    messages: mergeMessages(state.messages, [message]),
    typing: message.sender === "operator" ? null : state.typing,
    notice: message.sender === "visitor" ? state.notice : null,
  };
}

/**
 * They go before the message that they were asked for. Where another one is the first by now (a full
 * snapshot has come meanwhile) they would leave a gap that nobody asks for: they are asked for anew.
 *
 * @param {State} state
 * @param {OlderCame} event
 * @returns {State}
 */
function addOlder(state, { before_seq, messages, has_more, ratings }) {
  if (state.messages[0]?.seq !== before_seq) return state;
  return {
    ...state,
    messages: mergeMessages(state.messages, messages),
    more: has_more,
    ratings: rated(state, ratings),
  };
}

/**
 * @param {State} state
 * @param {StageEvent} event
 * @returns {State}
 */
function enterStage(state, event) {
  const { message_id, stage, agent = null, position = null } = event;
  if (isOver(state, message_id)) return state;
  const known = state.generation;
  if (known?.message_id === message_id) {
    return { ...state, generation: { ...known, stage, position, agent: agent ?? known.agent } };
  }
  const before = known ? endGeneration(state, known.message_id) : state;
  const generation = { message_id, agent, stage, position, text: "", length: 0, stopping: false };
  return { ...before, generation, notice: null };
}

/**
 * @param {State} state
 * @param {DeltaEvent} event
 * @returns {State}
 */
function addDelta(state, event) {
  if (isOver(state, event.message_id)) return state;
  const known = state.generation ?? {
    message_id: event.message_id,
    agent: null,
    stage: /** @type {const} */ ("writing"),
    position: null,
    text: "",
    length: 0,
    stopping: false,
  };
  if (known.message_id !== event.message_id) return state;
  const generation = applyDelta(known, event.offset, event.text);
  return generation === state.generation ? state : { ...state, generation };
}

/**
 * An answer that the visitor stopped, or asked past, is not missed.
 *
 * @param {State} state
 * @param {FailedEvent} event
 * @returns {State}
 */
function failGeneration(state, event) {
  const known = state.generation;
  const missed = known?.message_id === event.message_id && !known.stopping;
  const askedPast = state.outbox.length > 0 || SUPERSEDED.has(event.code);
  const over = endGeneration(state, event.message_id);
  return missed && !askedPast ? { ...over, notice: { code: "generation_failed" } } : over;
}

/**
 * @param {State} state
 * @param {string} id
 */
function isOver(state, id) {
  return state.ended.includes(id) || state.messages.some((message) => message.id === id);
}

/**
 * @param {State} state
 * @param {string} id
 * @returns {State}
 */
function endGeneration(state, id) {
  return {
    ...state,
    generation: state.generation?.message_id === id ? null : state.generation,
    ended: [...state.ended.filter((other) => other !== id), id].slice(-ENDED_KEPT),
  };
}

/**
 * @param {State} state
 * @param {ConversationState["status"]} status
 * @param {string | null} name
 * @returns {State}
 */
function changeStatus(state, status, name) {
  const known = state.conversation;
  const waiting = status === "waiting" && known?.status === "waiting";
  return withStatus(state, {
    status,
    operator_name: status === "operator" ? (name ?? known?.operator_name ?? null) : null,
    position: waiting ? known.position : null,
    eta_seconds: waiting ? known.eta_seconds : null,
  });
}

/**
 * @param {State} state
 * @param {PlaceTold} told Of a moment ago: whoever was taken meanwhile waits no longer.
 * @returns {State}
 */
function movePlace(state, { position, eta_seconds }) {
  const { conversation } = state;
  const waits = conversation?.status === "waiting";
  const moved = conversation?.position !== position || conversation.eta_seconds !== eta_seconds;
  return waits && moved ? { ...state, conversation: { ...conversation, position, eta_seconds } } : state;
}

/**
 * One speaker at a time: when the floor is not the agent's, no answer is being written.
 *
 * @param {State} state
 * @param {Omit<ConversationState, "id">} change
 * @returns {State}
 */
function withStatus(state, change) {
  if (!state.conversation) return state;
  const silent =
    change.status !== "agent" && state.generation
      ? endGeneration(state, state.generation.message_id)
      : state;
  return {
    ...silent,
    conversation: { id: state.conversation.id, ...change },
    calling: false,
    typing: change.status === "operator" ? state.typing : null,
  };
}

/**
 * @param {State} state
 * @param {OutboxAcked} event
 * @returns {State}
 */
function settle(state, event) {
  const { entry, message_id: id, seq, at } = event;
  const outbox = state.outbox.filter((other) => other.client_message_id !== entry.client_message_id);
  // The platform's own copy may have come before the ack.
  if (!state.conversation || state.messages.some((message) => message.id === id)) {
    return { ...state, outbox };
  }
  /** @type {Message} */
  const message = {
    id,
    seq,
    at,
    conversation_id: state.conversation.id,
    sender: "visitor",
    text: entry.text,
    attachments: entry.attachments,
    client_message_id: entry.client_message_id,
  };
  return { ...state, outbox, messages: mergeMessages(state.messages, [message]) };
}

/**
 * @param {State} state
 * @param {boolean} stopping
 * @returns {State}
 */
function setStopping(state, stopping) {
  return state.generation ? { ...state, generation: { ...state.generation, stopping } } : state;
}
