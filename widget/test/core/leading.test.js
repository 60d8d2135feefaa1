import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ANSWER_WAIT, BEAT_EVERY, PROBE, PROBE_WAIT } from "../../src/core/leading.js";
import { Browser, HEARD, LATE, pair, settle } from "./browser.js";

describe("one leads, the others follow", () => {
  test("one socket; every fact reaches all, in order and once", async () => {
    const { first, second } = await pair();
    first.hear("message.delta");
    first.hear("message.completed");
    assert.deepEqual(second.news(), ["message.delta", "message.completed"]);
    assert.deepEqual(first.news(), ["message.delta", "message.completed"]);
    assert.deepEqual([first.real.open, second.real.open], [true, false]);
  });

  test("who comes before the leader is online waits for it, and hears nothing half", async () => {
    const browser = new Browser();
    const [first, second] = [browser.tab(), browser.tab()];
    first.socket.connect();
    second.socket.connect();
    await settle();
    first.hear("typing.started");
    assert.deepEqual(second.news(), []);
    first.hear("conversation.snapshot");
    first.hear("message.created");
    assert.deepEqual(second.news(), ["connected", "taken", "message.created"]);
  });

  test("a snapshot for one is not for the others", async () => {
    const { browser, second } = await pair();
    const third = browser.tab();
    third.socket.connect();
    await settle();
    assert.deepEqual(third.news(), ["connected", "taken"]);
    assert.deepEqual(second.news(), []);
  });

  test("what a follower says goes through the leader, and the ack comes back to it alone", async () => {
    const { browser, first, second } = await pair();
    const third = browser.tab();
    third.socket.connect();
    first.platform = async () => ({ ok: true, seq: 7 });
    const [one, two] = await Promise.all([second.socket.command("message.send", { text: "a" }), third.socket.command("b")]);
    assert.deepEqual([one, two], [{ ok: true, seq: 7 }, { ok: true, seq: 7 }]);
    assert.deepEqual(first.real.sent.map(([name, payload]) => [name, payload]), [["message.send", { text: "a" }], ["b", undefined]]);
    assert.deepEqual(await first.socket.command("c", {}, 5), { ok: true, seq: 7 });
    assert.deepEqual(first.real.sent.at(-1), ["c", {}, 5]);
  });

  test("no ack is no answer, from the platform or from the leader", async () => {
    const { browser, first, second } = await pair();
    first.platform = () => Promise.reject(new Error("no ack"));
    await assert.rejects(second.socket.command("a"), /no answer/);
    first.frozen = true;
    const asked = assert.rejects(second.socket.command("a"), /no answer/);
    await browser.pass(ANSWER_WAIT);
    await asked;
    await assert.rejects(new Browser().tab().socket.command("a"), /not connected/);
  });
});

describe("the lock passes on", () => {
  test("a leader that lets go is followed by the next one, and all join it", async () => {
    const { browser, first, second } = await pair();
    const third = browser.tab();
    third.socket.connect();
    await settle();
    third.news();
    const asked = assert.rejects(third.socket.command("a"));
    first.platform = () => new Promise(() => {});
    first.socket.disconnect();
    await settle();
    await asked;
    assert.deepEqual(second.news(), ["dead"]);
    assert.deepEqual(third.news(), ["dead"]);
    assert.equal(second.real.made, 1);
    second.hear("conversation.snapshot");
    assert.deepEqual(third.news(), ["connected", "taken"]);
    second.hear("message.created");
    assert.deepEqual(third.news(), ["message.created"]);
    assert.deepEqual(first.news(), []);
    assert.deepEqual([first.real.open, second.real.open, third.real.open], [false, true, false]);
  });

  test("who waits for a leader is told of the next one once", async () => {
    const browser = new Browser();
    const [first, second, third] = [browser.tab(), browser.tab(), browser.tab()];
    for (const tab of [first, second, third]) tab.socket.connect();
    await settle();
    first.socket.disconnect();
    await settle();
    assert.deepEqual([second.news(), third.news()], [[], []]);
    second.hear("conversation.snapshot");
    assert.deepEqual(third.news(), ["connected", "taken"]);
  });

  test("a leader that is refused says so to itself; the machine above lets go", async () => {
    const { first, second } = await pair();
    first.on?.refused({ code: "token_expired", message: "", retryable: false });
    assert.deepEqual([first.news(), second.news()], [["token_expired"], []]);
  });

  test("a platform that is lost is so for all: nobody comes back before its time", async () => {
    const { browser, first, second } = await pair();
    const third = browser.tab();
    third.socket.connect();
    await settle();
    third.news();
    const asked = assert.rejects(third.socket.command("a"));
    first.platform = () => new Promise(() => {});
    first.on?.lost();
    await settle();
    await asked;
    for (const tab of [first, second, third]) assert.deepEqual(tab.news(), ["lost"]);
    assert.deepEqual([first.real.made, second.real.made, third.real.made], [1, 0, 0]);
    await browser.pass(HEARD);
    assert.deepEqual([browser.queue.length, browser.timers.length], [0, 0]);
    third.socket.connect();
    await settle();
    third.hear("conversation.snapshot");
    first.socket.connect();
    await settle();
    assert.deepEqual(first.news(), ["connected", "taken"]);
  });

  test("nobody has the lock before they can have heard that the platform is lost, also who came to it meanwhile", async () => {
    const { browser, first, second } = await pair();
    browser.slow = true;
    const third = browser.tab();
    third.socket.connect();
    first.on?.lost();
    await browser.pass(LATE);
    for (const tab of [first, second, third]) assert.deepEqual(tab.news(), ["lost"]);
    second.socket.connect();
    await settle();
    assert.equal(second.real.made, 0, "it comes back sooner than the lock");
    await browser.pass(HEARD);
    assert.deepEqual([first.real.made, second.real.made, third.real.made], [1, 1, 0]);
  });

  test("a platform that asks the leader to come later asks all of them", async () => {
    const { browser, first, second } = await pair();
    browser.slow = true;
    first.on?.refused({ code: "store_unavailable", message: "", retryable: true, retry_after: 5 });
    await browser.pass(LATE);
    await browser.pass(HEARD);
    assert.deepEqual([first.news(), second.news()], [["store_unavailable"], ["store_unavailable"]]);
    assert.deepEqual([second.real.made, browser.queue.length], [0, 0]);
  });

  test("a leader that connects anew keeps the lock, and gives nobody what is old", async () => {
    const { browser, first, second } = await pair();
    first.socket.connect();
    assert.equal(first.real.made, 2);
    const third = browser.tab();
    third.socket.connect();
    await settle();
    assert.deepEqual(third.news(), []);
    first.hear("conversation.snapshot");
    assert.deepEqual(third.news(), ["connected", "taken"]);
    assert.deepEqual(second.news(), ["taken"]);
  });

  test("connecting once more while in the queue keeps the place there", async () => {
    const { browser, second } = await pair();
    second.socket.connect();
    await settle();
    assert.equal(browser.queue.length, 2);
    assert.deepEqual(second.news(), ["connected", "taken"]);
  });
});

describe("a leader that does not answer", () => {
  test("is asked now and then, and costs nothing while it does", async () => {
    const { browser, first, second } = await pair();
    await browser.pass(BEAT_EVERY);
    await browser.pass(BEAT_EVERY);
    assert.deepEqual(first.real.sent, []);
    assert.deepEqual(second.news(), []);
    second.socket.disconnect();
    assert.equal(browser.timers.length, 0);
  });

  test("loses the lock; when it awakes it follows", async () => {
    const { browser, first, second } = await pair();
    first.frozen = true;
    await browser.pass(BEAT_EVERY);
    await browser.pass(PROBE_WAIT);
    assert.deepEqual(second.news(), ["dead"]);
    assert.equal(second.stolen, true);
    assert.deepEqual([first.real.open, second.real.open], [false, true]);
    first.frozen = false;
    second.hear("conversation.snapshot");
    assert.deepEqual(first.news(), ["dead", "connected", "taken"]);
    second.socket.connect();
    assert.equal(browser.queue.length, 2, "it is not stolen twice");
  });

  test("loses it also to one that comes and hears nothing", async () => {
    const { browser, first } = await pair();
    first.frozen = true;
    const third = browser.tab();
    third.socket.connect();
    await browser.pass(PROBE_WAIT - 1);
    assert.deepEqual(third.news(), []);
    await browser.pass(1);
    assert.deepEqual(third.news(), ["dead"]);
    assert.deepEqual([third.stolen, third.real.open, first.real.open], [true, true, false]);
    third.hear("conversation.snapshot");
    assert.deepEqual(third.news(), ["conversation.snapshot"]);
  });

  test("keeps it while it has nothing to give yet but answers, or answers whoever knocks anew", async () => {
    const browser = new Browser();
    const [first, second] = [browser.tab(), browser.tab()];
    first.socket.connect();
    second.socket.connect();
    await browser.pass(PROBE_WAIT);
    assert.deepEqual([second.news(), second.stolen], [[], false]);
    first.frozen = true;
    second.socket.connect();
    await browser.pass(PROBE_WAIT - 1);
    first.frozen = false;
    second.socket.connect();
    await browser.pass(PROBE_WAIT);
    assert.deepEqual([second.news(), second.stolen], [[], false]);
    first.hear("conversation.snapshot");
    assert.deepEqual(second.news(), ["connected", "taken"]);
    assert.equal(browser.timers.length, 1, "its beat alone");
    first.frozen = true;
    second.socket.connect();
    first.frozen = false;
    first.hear("conversation.snapshot");
    await browser.pass(PROBE_WAIT);
    assert.deepEqual([second.news(), second.stolen], [["connected", "taken"], false]);
  });

  test("does not cost the next one its lock: whoever has taken over is heard by those who knock", async () => {
    const { browser, first } = await pair();
    first.frozen = true;
    const [third, fourth] = [browser.tab(), browser.tab()];
    third.socket.connect();
    await browser.pass(1);
    fourth.socket.connect();
    await browser.pass(PROBE_WAIT - 1);
    assert.deepEqual(third.news(), ["dead"]);
    await browser.pass(PROBE_WAIT);
    assert.deepEqual([fourth.news(), fourth.stolen], [[], false]);
    third.hear("conversation.snapshot");
    assert.deepEqual(fourth.news(), ["connected", "taken"]);
  });

  test("a probe goes all the way to the platform", async () => {
    const { browser, first, second } = await pair();
    assert.deepEqual(await second.socket.probe(), { ok: true });
    assert.deepEqual(first.real.sent.at(-1)?.[0], PROBE);
    assert.deepEqual(await first.socket.probe(), { ok: true });
    assert.deepEqual(first.real.sent.at(-1), [PROBE, {}, PROBE_WAIT]);
    first.platform = () => new Promise(() => {});
    const dead = assert.rejects(second.socket.probe());
    await browser.pass(PROBE_WAIT);
    await dead;
    second.socket.connect();
    await settle();
    assert.equal(second.stolen, true);
  });

  test("a beat that the leader's end cut short is no reason to take the next one's lock", async () => {
    const { browser, first, second } = await pair();
    first.frozen = true;
    await browser.pass(BEAT_EVERY);
    second.socket.disconnect();
    await settle();
    assert.deepEqual(second.news(), []);
    second.socket.connect();
    await settle();
    assert.equal(second.stolen, false);
  });
});
