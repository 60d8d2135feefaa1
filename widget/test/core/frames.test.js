import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ACK_TIMEOUT, createFrames, PING_EVERY, PING_UNSEEN } from "../../src/core/frames.js";
import { Clock, KNOWN, listener, settle } from "./played.js";

/** @import { LineEvents } from "../../src/core/frames.js" */

/** @param {string} [cursor] */
function framed(cursor) {
  const clock = new Clock();
  const heard = listener();
  const world = { visible: true };
  /** @type {{ on: LineEvents, sent: any[], closed: boolean }[]} */
  const lines = [];
  const frames = createFrames(
    {
      dial(on) {
        const line = { on, sent: /** @type {any[]} */ ([]), closed: false };
        lines.push(line);
        return { send: (frame) => void line.sent.push(JSON.parse(JSON.stringify(frame))), close: () => void (line.closed = true) };
      },
      auth: () => ({ token: "t", ...(cursor && { cursor }) }),
      give: () => KNOWN,
      visible: () => world.visible,
      later: clock.later,
    },
    heard.on,
  );
  const last = () => /** @type {typeof lines[number]} */ (lines.at(-1));
  const say = (/** @type {any} */ frame) => (last().on.said(JSON.stringify(frame)), settle());
  /** Up to the ack. */
  async function enter() {
    frames.connect();
    last().on.opened();
    await say({ id: last().sent.at(-1).id, ack: { ok: true } });
  }
  return { frames, world, clock, lines, last, say, enter, ...heard };
}

describe("the way in", () => {
  test("the first frame says who it is; the ack is the connection, and facts come as they are", async () => {
    const { frames, last, say, facts, news } = framed();
    frames.connect();
    assert.deepEqual(last().sent, []);
    last().on.opened();
    assert.deepEqual(last().sent, [{ id: 1, event: "connect", data: { token: "t" } }]);
    await say({ id: 1, ack: { ok: true } });
    await say({ event: "conversation.snapshot", data: { messages: [] }, cursor: "a" });
    await say({ event: "message.delta", data: { text: "x" } });
    await say({ event: "message.created", data: { cursor: "b" }, cursor: "c" });
    await say({ event: "session.started", data: {} });
    assert.deepEqual(news(), ["connected", "conversation.snapshot", "message.delta", "message.created"]);
    assert.deepEqual(facts, [
      { type: "conversation.snapshot", messages: [], cursor: "a" },
      { type: "message.delta", text: "x" },
      { type: "message.created", cursor: "b" },
    ]);
  });

  test("who goes on from a cursor is here with the ack, for perhaps nothing has come since", async () => {
    const { enter, last, facts, news } = framed("c");
    await enter();
    assert.deepEqual(last().sent[0].data, { token: "t", cursor: "c" });
    assert.deepEqual(news(), ["connected", "conversation.snapshot"]);
    assert.deepEqual(facts, [KNOWN]);
  });

  test("a refusal is told as it is", async () => {
    const { frames, last, say, news } = framed();
    frames.connect();
    last().on.opened();
    await say({ id: 1, ack: { ok: false, error: { code: "token_expired", message: "", retryable: false } } });
    assert.deepEqual(news(), ["refused token_expired"]);
    await assert.rejects(frames.command("message.send"), /not connected/);
  });

  test("without an ack in time it is lost", async () => {
    const { frames, clock, last, news } = framed();
    frames.connect();
    last().on.opened();
    await clock.pass(ACK_TIMEOUT);
    assert.deepEqual(news(), ["lost"]);
  });

  test("what was closed before its ack says nothing, and nothing of the next one", async () => {
    const { frames, clock, lines, last, news } = framed();
    frames.connect();
    last().on.opened();
    frames.connect();
    await settle();
    assert.deepEqual([lines[0]?.closed, last().closed, news()], [true, false, []]);
    await clock.pass(ACK_TIMEOUT);
    assert.deepEqual(news(), [], "the second has not been opened yet");
    last().on.opened();
    frames.disconnect();
    await settle();
    assert.deepEqual(news(), []);
  });
});

describe("commands", () => {
  test("each has an id, and its own ack", async () => {
    const { frames, enter, last, say } = framed();
    await assert.rejects(frames.command("message.send"), /not connected/);
    await enter();
    const both = [frames.command("message.send", { text: "x" }), frames.command("typing.start")];
    assert.deepEqual(last().sent.slice(1), [
      { id: 2, event: "message.send", data: { text: "x" } },
      { id: 3, event: "typing.start", data: {} },
    ]);
    await say({ id: 3, ack: { ok: true } });
    await say({ id: 2, ack: { ok: true, seq: 7 } });
    await say({ id: 2, ack: { ok: true, seq: 8 } });
    assert.deepEqual(await Promise.all(both), [{ ok: true, seq: 7 }, { ok: true }]);
  });

  test("a refusal is an ack, but for one of the token, which is a matter of the connection", async () => {
    const { frames, enter, say, news } = framed();
    await enter();
    news();
    const no = (/** @type {string} */ code) => ({ ok: false, error: { code, message: "", retryable: false } });
    const busy = frames.command("message.send");
    await say({ id: 2, ack: no("rate_limited") });
    assert.deepEqual(await busy, no("rate_limited"));
    const expired = assert.rejects(frames.command("message.send"), /token_expired/);
    await say({ id: 3, ack: no("token_expired") });
    await expired;
    assert.deepEqual(news(), ["refused token_expired"]);
  });

  test("without an ack in time there is none", async () => {
    const { frames, enter, clock, say } = framed();
    await enter();
    const asked = assert.rejects(frames.command("message.send", {}, 500), /no answer/);
    await clock.pass(500);
    await asked;
    await say({ id: 2, ack: { ok: true } });
  });

  test("what cannot be read, or answers nobody, is passed over", async () => {
    const { enter, last, say, news } = framed();
    await enter();
    news();
    for (const text of ["", "{", "null", "[]", "7"]) last().on.said(text);
    await say({ id: null, ack: { ok: false, error: { code: "malformed_frame" } } });
    assert.deepEqual(news(), []);
  });
});

describe("the end", () => {
  test("closed by the other side it is lost, and so is what was under way", async () => {
    const { frames, enter, clock, last, news } = framed();
    await enter();
    news();
    const asked = assert.rejects(frames.command("message.send"), /no answer/);
    last().on.closed();
    await asked;
    assert.deepEqual([news(), last().closed], [["lost"], true]);
    await assert.rejects(frames.command("message.send"), /not connected/);
    assert.deepEqual(clock.timers, []);
  });

  for (const [what, visible, every] of /** @type {const} */ ([["that is seen", true, PING_EVERY], ["that nobody sees", false, PING_UNSEEN]])) {
    test(`a page ${what} asks now and then whether the platform is there, for as long as it is`, async () => {
      const { frames, world, enter, clock, last, say, news } = framed();
      world.visible = visible;
      await enter();
      news();
      for (const id of [2, 3]) {
        await clock.pass(every - 1);
        assert.equal(last().sent.length, id - 1);
        await clock.pass(1);
        assert.deepEqual(last().sent.slice(id - 1), [{ id, event: "ping" }]);
        await say({ id, ack: { ok: true } });
      }
      assert.deepEqual([news(), last().closed], [[], false]);
      frames.disconnect();
      await clock.pass(every);
      assert.equal(last().sent.length, 3);
      assert.deepEqual(clock.timers, []);
    });
  }

  test("without an answer to that in time it is as if it had been closed", async () => {
    const { frames, enter, clock, last, say, news } = framed();
    await enter();
    news();
    await clock.pass(PING_EVERY);
    await say({ event: "message.delta", data: {} });
    await clock.pass(ACK_TIMEOUT - 1);
    assert.deepEqual([news(), last().closed], [["message.delta"], false]);
    await clock.pass(1);
    assert.deepEqual([news(), last().closed], [["lost"], true]);
    await assert.rejects(frames.command("message.send"), /not connected/);
    assert.deepEqual(clock.timers, []);
  });

  test("what was disconnected while it asked is nobody's loss", async () => {
    const { frames, enter, clock, last, news } = framed();
    await enter();
    await clock.pass(PING_EVERY);
    await enter();
    await clock.pass(ACK_TIMEOUT);
    assert.deepEqual([news(), last().closed], [["connected", "connected"], false]);
    frames.disconnect();
    assert.deepEqual(clock.timers, []);
  });

  test("an ack is as good as an answer to it, a fact is not; whoever comes to look need not wait for long", async () => {
    const { frames, world, enter, clock, last, say } = framed();
    world.visible = false;
    await enter();
    await clock.pass(PING_UNSEEN - 1);
    world.visible = true;
    const checked = frames.command("connection.check");
    await say({ id: 2, ack: { ok: true } });
    await checked;
    await clock.pass(PING_EVERY - 1);
    await say({ event: "message.delta", data: {} });
    assert.equal(last().sent.length, 2);
    await clock.pass(1);
    assert.deepEqual(last().sent.slice(2), [{ id: 3, event: "ping" }]);
  });
});
