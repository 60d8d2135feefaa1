import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PROBE } from "../../src/core/leading.js";
import { CALM, createPolling, FRESH, HELD, PAUSE } from "../../src/core/polling.js";
import { Clock, KNOWN, listener, settle } from "./played.js";

/** @import { Answer } from "../../src/core/polling.js" */

const refusal = (/** @type {string} */ code, retryable = false) => ({ error: { code, message: "", retryable } });

/** @param {{ cursor?: string, then?: (what: string, it: ReturnType<typeof createPolling>) => void }} [how] */
function polled({ cursor, then } = {}) {
  const clock = new Clock();
  /** @type {{ cursor: string | undefined, held: number, stopped: boolean, give: (answer: any) => Promise<unknown> }[]} */
  const asked = [];
  /** @type {[string, object, number][]} */
  const sent = [];
  let answer = /** @type {Answer<any>} */ ({ body: { ok: true, seq: 7 } });
  const heard = listener((what) => then?.(what, polling));
  const polling = createPolling(
    {
      read(from, held) {
        const { promise, resolve } = promised();
        const request = { cursor: from, held, stopped: false, give: (/** @type {any} */ it) => (resolve(it), settle()) };
        asked.push(request);
        return { answer: promise, stop: () => void (request.stopped = true) };
      },
      async write(...command) {
        sent.push(command);
        return answer;
      },
      auth: () => ({ cursor }),
      give: () => KNOWN,
      now: () => clock.now,
      later: clock.later,
    },
    heard.on,
  );
  const last = () => /** @type {typeof asked[number]} */ (asked.at(-1));
  return {
    polling, clock, asked, sent, last, ...heard,
    /** @param {string} to @param {...(string | [string, object])} events */
    tell: (to, ...events) => {
      const all = events.map((it) => (typeof it === "string" ? { event: it, data: {} } : { event: it[0], data: it[1] }));
      return last().give({ body: { cursor: to, events: all } });
    },
    answers: (/** @type {Answer<any>} */ it) => void (answer = it),
  };
}

/** `Promise.withResolvers`, which is too new. */
function promised() {
  /** @type {(it: any) => void} */
  let resolve = () => {};
  const promise = /** @type {Promise<any>} */ (new Promise((done) => (resolve = done)));
  return { promise, resolve };
}

describe("facts", () => {
  test("one request after another, each from where the last one ended, held from the second on; facts keep their own cursors", async () => {
    const { polling, clock, asked, facts, tell, news } = polled();
    polling.connect();
    assert.deepEqual(asked.map(({ cursor, held }) => [cursor, held]), [[undefined, 0]]);
    await tell("a", ["conversation.snapshot", { messages: [], cursor: "x" }]);
    assert.deepEqual(news(), ["connected", "conversation.snapshot"]);
    assert.equal(asked.length, 1, "what follows may come together");
    await clock.pass(PAUSE);
    assert.deepEqual([asked.at(-1)?.cursor, asked.at(-1)?.held], ["a", HELD]);
    await tell("b", ["message.delta", { offset: 0, text: "x" }], ["message.completed", { message: {}, cursor: "y" }]);
    assert.deepEqual(news(), ["message.delta", "message.completed"]);
    assert.deepEqual(facts, [
      { type: "conversation.snapshot", messages: [], cursor: "x" },
      { type: "message.delta", offset: 0, text: "x" },
      { type: "message.completed", message: {}, cursor: "y" },
    ]);
    await clock.pass(PAUSE);
    assert.equal(asked.at(-1)?.cursor, "b");
  });

  test("who goes on from a cursor is here at once, with what came since or without", async () => {
    for (const events of [[], ["message.created"]]) {
      const { polling, asked, facts, tell, news } = polled({ cursor: "c" });
      polling.connect();
      assert.equal(asked[0]?.cursor, "c");
      await tell("d", ...events);
      assert.deepEqual(news(), ["connected", "conversation.snapshot", ...events]);
      assert.equal(facts[0], KNOWN);
    }
  });

  test("a cursor from too long ago is answered with all there is, and what was known is not said again", async () => {
    const { polling, facts, tell, news } = polled({ cursor: "old" });
    polling.connect();
    await tell("d", ["conversation.snapshot", { full: true }]);
    assert.deepEqual(news(), ["connected", "conversation.snapshot"]);
    assert.deepEqual(facts, [{ type: "conversation.snapshot", full: true }]);
  });

  test("what a newer platform tells is nothing to this widget, and is gone past", async () => {
    const { polling, clock, asked, facts, tell } = polled();
    polling.connect();
    await tell("a", "conversation.snapshot", "session.started", "visitor.left");
    assert.deepEqual(facts, [{ type: "conversation.snapshot" }]);
    await clock.pass(PAUSE);
    await tell("b", "visitor.left");
    assert.equal(facts.length, 1);
    await clock.pass(PAUSE);
    assert.equal(asked.at(-1)?.cursor, "b");
  });

  test("whoever answers nothing without having waited is asked calmly; who has waited, at once", async () => {
    const { polling, clock, asked, tell } = polled();
    polling.connect();
    await tell("a", "conversation.snapshot");
    await clock.pass(PAUSE);
    await tell("a");
    await clock.pass(PAUSE);
    assert.equal(asked.length, 2);
    await clock.pass(CALM - PAUSE);
    assert.equal(asked.length, 3);
    await clock.pass(HELD * 1_000);
    await tell("a");
    await clock.pass(PAUSE);
    assert.equal(asked.length, 4);
  });
});

describe("losses", () => {
  test("no answer and a refusal are told as they are, and nothing is asked after", async () => {
    for (const code of ["no_answer", "rate_limited", "token_invalid"]) {
      const { polling, clock, asked, last, news } = polled();
      polling.connect();
      await last().give(refusal(code, true));
      assert.deepEqual(news(), [`refused ${code}`]);
      await clock.pass(60_000);
      assert.equal(asked.length, 1);
    }
  });

  test("an answer of somebody on the way is none", async () => {
    const { polling, last, news } = polled();
    polling.connect();
    await last().give({ body: { please: "sign in" } });
    assert.deepEqual(news(), ["lost"]);
  });

  test("what is not wanted any more is stopped, and heard no longer", async () => {
    const { polling, clock, asked, last, tell, news } = polled();
    polling.connect();
    polling.disconnect();
    assert.equal(last().stopped, true);
    await tell("a", "conversation.snapshot");
    assert.deepEqual(news(), []);
    polling.connect();
    await tell("a", "conversation.snapshot");
    polling.disconnect();
    await clock.pass(60_000);
    assert.equal(asked.length, 2, "the pause has ended with it");
    assert.deepEqual(clock.timers, []);
  });

  test("connected anew while it is, it begins from the beginning, with one request", async () => {
    const { polling, asked, tell, news } = polled();
    polling.connect();
    await tell("a", "conversation.snapshot");
    polling.connect();
    await tell("b", "conversation.snapshot");
    assert.deepEqual(news(), ["connected", "conversation.snapshot", "connected", "conversation.snapshot"]);
    assert.deepEqual(asked.map(({ cursor }) => cursor), [undefined, undefined]);
  });

  test("whoever ends it at a fact hears none of those after", async () => {
    const { polling, clock, asked, tell, news } = polled({ then: (what, it) => what === "message.created" && it.disconnect() });
    polling.connect();
    await tell("a", "conversation.snapshot", "message.created", "message.delta");
    assert.deepEqual(news(), ["connected", "conversation.snapshot", "message.created"]);
    await clock.pass(60_000);
    assert.equal(asked.length, 1);
  });
});

describe("commands", () => {
  test("the ack is what the platform answers, or its refusal; before it is connected nothing goes", async () => {
    const { polling, sent, tell, answers } = polled();
    await assert.rejects(polling.command("message.send", {}), /not connected/);
    polling.connect();
    await tell("a", "conversation.snapshot");
    assert.deepEqual(await polling.command("message.send", { text: "x" }), { ok: true, seq: 7 });
    await polling.command("typing.start", undefined, 5);
    assert.deepEqual(sent, [["message.send", { text: "x" }, 8_000], ["typing.start", {}, 5]]);
    const busy = { error: { code: "rate_limited", message: "", retryable: true, retry_after: 4 } };
    answers(busy);
    assert.deepEqual(await polling.command("message.send", {}), { ok: false, ...busy });
  });

  test("without an answer there is no ack", async () => {
    const { polling, tell, answers, news } = polled();
    polling.connect();
    await tell("a", "conversation.snapshot");
    news();
    answers(refusal("no_answer", true));
    await assert.rejects(polling.command("message.send", {}), /no answer/);
    assert.deepEqual(news(), []);
  });

  test("a token that is refused is a matter of the connection: the message waits for another one", async () => {
    const { polling, tell, answers, news } = polled();
    polling.connect();
    await tell("a", "conversation.snapshot");
    news();
    answers(refusal("token_invalid"));
    await assert.rejects(polling.command("message.send", {}), /token_invalid/);
    assert.deepEqual(news(), ["refused token_invalid"]);
  });

  test("asked whether it lives, it lets go of its request, which may be dead, and makes another", async () => {
    const { polling, clock, asked, sent, tell, last, news } = polled();
    polling.connect();
    await tell("a", "conversation.snapshot");
    await clock.pass(PAUSE);
    const held = last();
    await clock.pass(FRESH - 1);
    assert.deepEqual(await polling.command(PROBE), { ok: true });
    assert.deepEqual([held.stopped, asked.length], [false, 2], "it has only just been made");
    await clock.pass(1);
    assert.deepEqual(await polling.command(PROBE), { ok: true });
    assert.deepEqual([held.stopped, last().cursor, last().held, asked.length], [true, "a", 0, 3]);
    news();
    await held.give({ body: { cursor: "z", events: [{ event: "message.created", data: {} }] } });
    assert.deepEqual(news(), []);
    await tell("a");
    await clock.pass(PAUSE);
    assert.deepEqual([last().cursor, last().held], ["a", HELD], "nothing new is no reason to be calm where nothing was held");
    assert.deepEqual(sent, []);
  });
});
