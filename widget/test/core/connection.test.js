import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { backoff } from "../../src/core/backoff.js";
import { initialConnection, SNAPSHOT_DEADLINE, step, toLink } from "../../src/core/connection.js";

/** @import { Connection, ConnectionEvent } from "../../src/core/connection.js" */

const half = () => 0.5;
const error = (/** @type {string} */ code, retryable = false, retry_after = 0) => ({
  code,
  message: `m:${code}`,
  retryable,
  ...(retry_after && { retry_after }),
});

/**
 * @param {Connection} from
 * @param {...(ConnectionEvent | ConnectionEvent["type"])} events
 */
function run(from, ...events) {
  /** @type {[Connection, string[]]} */
  let now = [from, []];
  for (const event of events) {
    const full = /** @type {ConnectionEvent} */ (typeof event === "string" ? { type: event } : event);
    const [next, commands] = step(now[0], full, half);
    now = [next, commands.map((it) => (it.do === "setTimer" ? `setTimer ${it.ms}` : it.do))];
  }
  return now;
}

const connecting = [`setTimer ${SNAPSHOT_DEADLINE}`, "connect"];
const timer = /** @type {const} */ ({ type: "timer", stale: false });
const [online] = run(initialConnection(), "open", "session.ready", "socket.connected", "snapshot");

describe("the way in", () => {
  test("session, socket, snapshot, online", () => {
    assert.deepEqual(run(initialConnection(), "open")[1], ["askSession"]);
    assert.deepEqual(run(initialConnection(), "open", "session.ready")[1], connecting);
    const connected = run(initialConnection(), "open", "session.ready", "socket.connected");
    assert.deepEqual([connected[0].phase, connected[1]], ["syncing", []]);
    assert.deepEqual(run(connected[0], "snapshot")[1], ["cancelTimer", "resume"]);
    assert.deepEqual(toLink(online), { phase: "online", lost: false, code: null, message: null });
  });

  test("what comes out of turn changes nothing", () => {
    const idle = initialConnection();
    for (const event of /** @type {const} */ (["session.ready", "socket.connected", "snapshot", "socket.lost", "socket.dead", "wake"])) {
      assert.deepEqual(run(idle, event), [idle, []], event);
    }
    assert.deepEqual(run(idle, timer), [idle, []]);
    assert.deepEqual(run(idle, { type: "session.refused", error: error("x") }), [idle, []]);
    assert.deepEqual(run(idle, { type: "socket.refused", error: error("x") }), [idle, []]);
    assert.deepEqual(run(online, "open"), [online, []]);
  });
});

describe("losses", () => {
  test("a lost socket waits with jitter and connects again", () => {
    const lost = run(online, "socket.lost");
    assert.deepEqual(lost[1], ["pause", "disconnect", "setTimer 300"]);
    assert.equal(toLink(lost[0]).lost, true);
    assert.deepEqual(run(lost[0], timer)[1], connecting);
    assert.deepEqual(run(lost[0], "wake")[1], connecting);
  });

  test("what wakes up online is asked whether it still is; found dead, it is replaced at once and nothing is said", () => {
    assert.deepEqual(run(online, "wake"), [online, ["probe"]]);
    const [anew, commands] = run(online, "socket.dead");
    assert.deepEqual(commands, ["pause", ...connecting]);
    assert.deepEqual(toLink(anew), { phase: "connecting", lost: false, code: null, message: null });
    assert.deepEqual(run(anew, "socket.connected", "snapshot")[1], ["cancelTimer", "resume"]);
  });

  test("waits grow, and end with the connection", () => {
    const twice = run(online, "socket.lost", timer, "socket.lost");
    assert.deepEqual(twice[1].at(-1), "setTimer 600");
    assert.equal(run(twice[0], timer, "socket.connected", "snapshot")[0].attempt, 0);
  });

  test("a token about to expire is renewed first", () => {
    assert.deepEqual(run(online, "socket.lost", { type: "timer", stale: true })[1], ["askSession"]);
  });

  test("a socket that is not answered, or brings no snapshot, is taken for dead and made anew", () => {
    for (const answered of /** @type {const} */ ([[], ["socket.connected"]])) {
      const dead = run(initialConnection(), "open", "session.ready", ...answered, timer);
      assert.deepEqual([dead[0].phase, dead[1]], ["waiting", ["pause", "disconnect", "setTimer 300"]]);
      assert.deepEqual(run(dead[0], timer)[1], connecting);
    }
    assert.deepEqual(run(online, timer), [online, []]);
  });

  test("closing ends everything", () => {
    const closed = run(online, "close");
    assert.deepEqual(closed[1], ["cancelTimer", "pause", "disconnect"]);
    assert.equal(closed[0].phase, "idle");
    assert.equal(closed[0].hasSession, false);
  });

  test("whoever opens it again never goes in with the session from before", () => {
    const busy = /** @type {const} */ ({ type: "session.refused", error: error("no_answer", true) });
    const waiting = run(online, "close", "open", busy);
    assert.equal(waiting[0].phase, "waiting");
    assert.deepEqual(run(waiting[0], timer)[1], ["askSession"]);
  });
});

describe("refusals", () => {
  const [asking] = run(initialConnection(), "open");

  test("a bad token is dropped and a new session asked for, at once twice, then patiently", () => {
    const bad = /** @type {const} */ ({ type: "session.refused", error: error("token_invalid") });
    const once = run(asking, bad);
    assert.deepEqual(once[1], ["pause", "disconnect", "dropToken", "askSession"]);
    const third = run(once[0], bad, bad);
    assert.deepEqual(third[1], ["dropToken", "pause", "disconnect", "setTimer 300"]);
    assert.deepEqual(run(third[0], timer)[1], ["askSession"]);
  });

  test("a refusal without a wait is waited for by jitter alone", () => {
    const busy = { code: "broker_unavailable", message: "", retryable: true };
    assert.equal(run(asking, { type: "session.refused", error: busy })[1].at(-1), "setTimer 300");
  });

  test("the socket's refusal of the token is the same", () => {
    const expired = run(online, "socket.lost", timer, { type: "socket.refused", error: error("token_expired") });
    assert.equal(expired[0].phase, "session");
    assert.equal(expired[0].hasSession, false);
  });

  test("a wait that is asked for is kept", () => {
    const busy = run(asking, { type: "session.refused", error: error("rate_limited", true, 4) });
    assert.equal(busy[1].at(-1), "setTimer 4300");
    assert.equal(run(busy[0], timer)[0].phase, "session");
  });

  test("a final no is said, until the visitor asks again", () => {
    const no = run(asking, { type: "session.refused", error: error("site_unknown") });
    assert.deepEqual(toLink(no[0]), { phase: "refused", lost: false, code: "site_unknown", message: "m:site_unknown" });
    assert.deepEqual(run(no[0], "open")[1], ["askSession"]);
    assert.equal(run(no[0], "open")[0].code, null);
  });
});

test("back-off is full jitter under a ceiling, over a floor", () => {
  assert.equal(backoff(0, { random: () => 1 }), 600);
  assert.equal(backoff(20, { random: () => 1 }), 15_000);
  assert.equal(backoff(3, { floor: 100, random: () => 0 }), 100);
  assert.ok(backoff(1) <= 1_200);
  assert.ok(step(online, { type: "socket.lost" })[1].length > 0);
});
