import { randomUUID } from "node:crypto";

const SITE = { site_id: "0193a000-0000-7000-8000-0000000000aa", site_name: "Служба ИТ" };

/** An error as the platform answers it. */
export function refusal(code, status = 400, retryable = false) {
  const body = { code, message: `server says ${code}`, retryable, request_id: randomUUID() };
  return Object.assign(new Error(code), { status, body });
}

/** Conversations and who has the floor in them; tells the sockets what happens. */
export function createDesk(sockets) {
  const conversations = new Map();
  const commands = [];
  const refusals = [];
  let silent = 0;

  const find = (id) => {
    const conversation = conversations.get(id);
    if (!conversation) throw refusal("conversation_not_found", 404);
    return conversation;
  };
  const cursor = (conversation) => `abc:${conversation.events.length}`;

  function add({ id = randomUUID(), visitor, status = "agent", agent = "network", ...rest }) {
    const at = rest.at ?? new Date().toISOString();
    conversations.set(id, {
      id,
      visitor,
      status,
      agent,
      operator: rest.operator ?? null,
      waitingSince: status === "waiting" ? (rest.waitingSince ?? at) : null,
      messages: [],
      events: [],
      generation: null,
      version: 1,
      at,
    });
    for (const message of rest.messages ?? []) store(find(id), message);
    return id;
  }

  function store(conversation, message) {
    const stored = {
      id: message.id ?? randomUUID(),
      conversation_id: conversation.id,
      seq: conversation.messages.length + 1,
      sender: message.sender,
      agent: message.sender === "agent" ? (message.agent ?? conversation.agent) : null,
      operator_name: message.operator_name ?? null,
      text: message.text,
      citations: message.citations ?? [],
      choices: message.choices ?? [],
      attachments: message.attachments ?? [],
      outcome: message.outcome ?? (message.sender === "agent" ? "answered" : null),
      trouble: message.trouble ?? null,
      client_message_id: message.client_message_id ?? null,
      at: message.at ?? new Date().toISOString(),
    };
    conversation.messages.push(stored);
    conversation.at = stored.at;
    return stored;
  }

  function summary(conversation) {
    const last = conversation.messages.findLast((each) => each.sender !== "system");
    return {
      id: conversation.id,
      ...SITE,
      visitor_name: conversation.visitor,
      status: conversation.status,
      operator_id: conversation.operator?.id ?? null,
      operator_name: conversation.operator?.name ?? null,
      assignee_id: null,
      assignee_name: null,
      team_id: null,
      team_name: null,
      assigned_at: null,
      agent: conversation.agent,
      last_message: last
        ? { sender: last.sender, preview: last.text.replace(/\s+/g, " ").slice(0, 120), at: last.at }
        : null,
      last_seq: conversation.messages.length,
      waiting_since: conversation.waitingSince,
      updated_at: conversation.at,
      labels: [],
      read_seq: null,
      version: conversation.version,
    };
  }

  /** A fact for those in the room; facts with a cursor can be asked for again. */
  function emit(conversation, name, payload, { volatile = false } = {}) {
    const fact = { conversation_id: conversation.id, ...payload };
    if (!volatile) {
      conversation.events.push(name);
      fact.cursor = cursor(conversation);
    }
    sockets.to(conversation.id).emit(name, fact);
  }

  function touch(conversation) {
    conversation.version += 1;
    sockets.emit("inbox.updated", { conversation: summary(conversation) });
  }

  function say(id, message) {
    const conversation = find(id);
    const stored = store(conversation, message);
    emit(conversation, "message.created", { message: stored });
    touch(conversation);
    return stored;
  }

  function setFloor(conversation, status, operator = null) {
    conversation.status = status;
    conversation.operator = operator;
    conversation.generation = null;
    conversation.waitingSince = status === "waiting" ? new Date().toISOString() : null;
    conversation.at = new Date().toISOString();
    emit(conversation, "conversation.status", { status, operator_name: operator?.name ?? null });
  }

  function take(id, operator) {
    const conversation = find(id);
    if (conversation.status === "operator" && conversation.operator.id !== operator.id) {
      throw refusal("conversation_taken", 409);
    }
    setFloor(conversation, "operator", operator);
    emit(conversation, "operator.joined", { name: operator.name });
    say(id, { sender: "system", text: `${operator.name} joined`, outcome: "operator_joined", operator_name: operator.name });
  }

  function own(id, operator) {
    const conversation = find(id);
    if (conversation.operator?.id !== operator.id) throw refusal("conversation_not_yours", 409);
    return conversation;
  }

  const handlers = {
    "conversation.open": (socket, { conversation_id, cursor: known }, keys) => {
      expectKeys(keys, ["conversation_id", "cursor"]);
      const conversation = find(conversation_id);
      socket.join(conversation_id);
      const from = known ? conversation.seenAt?.get(known) : undefined;
      const full = from === undefined;
      const messages = full ? conversation.messages.slice(-30) : conversation.messages.slice(from);
      conversation.seenAt ??= new Map();
      conversation.seenAt.set(cursor(conversation), conversation.messages.length);
      return {
        snapshot: {
          conversation_id,
          conversation: {
            id: conversation_id,
            status: conversation.status,
            operator_name: conversation.operator?.name ?? null,
            position: null,
            eta_seconds: null,
          },
          messages,
          full,
          has_more: full && conversation.messages.length > messages.length,
          generation: conversation.generation,
          cursor: cursor(conversation),
        },
      };
    },
    "conversation.leave": (socket, { conversation_id }, keys) => {
      expectKeys(keys, ["conversation_id"]);
      socket.leave(conversation_id);
    },
    "conversation.take": (socket, { conversation_id }, keys) => {
      expectKeys(keys, ["conversation_id"]);
      take(conversation_id, socket.data.operator);
    },
    "conversation.return": (socket, { conversation_id }, keys) => {
      expectKeys(keys, ["conversation_id"]);
      const conversation = own(conversation_id, socket.data.operator);
      setFloor(conversation, "agent");
      say(conversation_id, { sender: "system", text: "returned", outcome: "returned" });
    },
    "conversation.reopen": (socket, { conversation_id }, keys) => {
      expectKeys(keys, ["conversation_id"]);
      if (find(conversation_id).status !== "closed") throw refusal("conversation_taken", 409);
      take(conversation_id, socket.data.operator);
    },
    "conversation.release": (socket, { conversation_id }, keys) => {
      expectKeys(keys, ["conversation_id"]);
      setFloor(own(conversation_id, socket.data.operator), "waiting");
    },
    "conversation.close": (socket, { conversation_id, reason }, keys) => {
      expectKeys(keys, ["conversation_id", "reason", "comment"]);
      if (!/^(solved|no_answer|spam|duplicate|other)$/.test(reason)) throw refusal("invalid_payload");
      const conversation = own(conversation_id, socket.data.operator);
      setFloor(conversation, "closed");
      say(conversation_id, { sender: "system", text: "closed", outcome: "closed" });
    },
    "conversation.read": (socket, { conversation_id }, keys) => {
      expectKeys(keys, ["conversation_id", "seq"]);
      find(conversation_id);
    },
    "typing.start": (socket, { conversation_id }, keys) => {
      expectKeys(keys, ["conversation_id"]);
      find(conversation_id);
    },
    "message.send": (socket, { conversation_id, client_message_id, text }, keys) => {
      expectKeys(keys, ["conversation_id", "client_message_id", "text", "attachments"]);
      if (!/^[A-Za-z0-9_-]{8,64}$/.test(client_message_id)) throw refusal("invalid_payload");
      const conversation = own(conversation_id, socket.data.operator);
      const known = conversation.messages.find((each) => each.client_message_id === client_message_id);
      if (known) return { message_id: known.id, seq: known.seq };
      const { name } = socket.data.operator;
      const stored = say(conversation_id, { sender: "operator", operator_name: name, client_message_id, text });
      return { message_id: stored.id, seq: stored.seq };
    },
  };

  return {
    add,
    say,
    take,
    commands,
    get: find,
    /** The next command of this name is refused. */
    refuse(name, code, retryable = false) {
      refusals.push({ name, code, retryable });
    },
    /** The next `count` messages are stored, and their acks lost. */
    loseAcks(count) {
      silent = count;
    },
    serve(socket) {
      socket.onAny((name, payload, ack) => {
        commands.push({ name, payload });
        try {
          const refused = refusals.findIndex((each) => each.name === name);
          if (refused >= 0) {
            const [{ code, retryable }] = refusals.splice(refused, 1);
            throw refusal(code, 400, retryable);
          }
          const handler = handlers[name];
          if (!handler) throw refusal("unknown_event");
          const result = { ok: true, ...handler(socket, payload, Object.keys(payload)) };
          if (name === "message.send" && silent > 0) {
            silent -= 1;
            return;
          }
          ack?.(result);
        } catch (error) {
          ack?.({ ok: false, error: error.body ?? refusal("internal").body });
        }
      });
    },
    page(search, operator) {
      const status = search.get("status");
      const mine = search.get("assigned") === "me";
      const limit = Number(search.get("limit") ?? 50);
      const all = [...conversations.values()]
        .filter((each) => !status || each.status === status)
        .filter((each) => !mine || each.operator?.id === operator.id)
        .sort((a, b) => b.at.localeCompare(a.at));
      const start = search.has("before") ? Number(search.get("before")) : 0;
      const items = all.slice(start, start + limit).map(summary);
      return { items, hits: [], next: all.length > start + limit ? String(start + limit) : null };
    },
    messagePage(id, search) {
      const before = Number(search.get("before_seq") ?? Infinity);
      const limit = Number(search.get("limit") ?? 50);
      const older = find(id).messages.filter((each) => each.seq < before);
      return { items: older.slice(-limit), has_more: older.length > limit };
    },
    typing(id, name = null) {
      emit(find(id), "typing.started", { name }, { volatile: true });
    },
    handOff(id) {
      const conversation = find(id);
      setFloor(conversation, "waiting");
      emit(conversation, "handoff.started", { position: 1, eta_seconds: 60 });
      say(id, { sender: "system", text: "A person was called", outcome: "handed_off" });
    },
    stage(id, messageId, stage) {
      const conversation = find(id);
      conversation.generation ??= { message_id: messageId, agent: conversation.agent, stage, text: "" };
      conversation.generation = { ...conversation.generation, stage };
      emit(conversation, "generation.stage", { stage, message_id: messageId, agent: conversation.agent, position: null });
    },
    delta(id, messageId, text, offset) {
      const conversation = find(id);
      const at = offset ?? Array.from(conversation.generation?.text ?? "").length;
      if (conversation.generation) conversation.generation = { ...conversation.generation, text: conversation.generation.text + text };
      emit(conversation, "message.delta", { message_id: messageId, offset: at, text }, { volatile: true });
    },
    complete(id, messageId, message) {
      const conversation = find(id);
      conversation.generation = null;
      const stored = store(conversation, { id: messageId, sender: "agent", ...message });
      emit(conversation, "message.completed", { message: stored });
      touch(conversation);
    },
  };
}

/** The contract forbids what it does not name. */
function expectKeys(keys, allowed) {
  if (keys.some((key) => !allowed.includes(key))) throw refusal("invalid_payload");
}
