/**
 * What the socket's library brings and the widget never uses, left out of the build (8.1 kB gzip).
 *
 * The contract is JSON over a websocket, or polling where that fails: nothing binary, no WebTransport,
 * no upgrade of one transport to another (the next one is tried when one fails or is not answered), no
 * coming back by itself (`src/core/connection.js` does that), no queue of retries (`src/core/outbox.js` does
 * that).
 */
import { readFile } from "node:fs/promises";
import { ENGINE } from "./slim-engine.js";

/** What follows is written against these; another version is to be read again first. */
const READ = {
  "socket.io-client": "4.8.4",
  "engine.io-client": "6.6.8",
  "socket.io-parser": "4.2.7",
  "engine.io-parser": "5.2.3",
  "@socket.io/component-emitter": "3.1.2",
};

/** Modules of which the widget needs less, or of which every browser it is built for has its own. */
const MODULES = /** @type {[RegExp, string][]} */ ([
  [/socket\.io-client.*esm.index\.js$/, 'export { Manager } from "./manager.js";'],
  [/engine\.io-client.*esm.index\.js$/, 'export { Socket } from "./socket.js"; export * from "./util.js"; export * from "./globals.node.js";'],
  [
    // Polling by `fetch()`, which is the library's own: less of it than of the one by XMLHttpRequest.
    /engine\.io-client.*transports.index\.js$/,
    'import { Fetch } from "./polling-fetch.js"; import { WS } from "./websocket.node.js";' +
      "export const transports = { websocket: WS, polling: Fetch };",
  ],
  [
    /engine\.io-client.*esm.globals\.js$/,
    "export const nextTick = queueMicrotask.bind(window), globalThisShim = window;",
  ],
  [
    /engine\.io-client.*esm.util\.js$/,
    "export function installTimerFunctions(it) { it.setTimeoutFn = setTimeout.bind(window); it.clearTimeoutFn = clearTimeout.bind(window); }" +
      "export const byteLength = (text) => new Blob([text]).size;" +
      "export const randomString = () => Math.random().toString(36).slice(2, 10);",
  ],
  [
    /component-emitter.*esm.index\.js$/,
    `export class Emitter {
      _listening = new Map();
      on(event, run) {
        this._listening.set(event, [...this.listeners(event), run]);
        return this;
      }
      once(event, run) {
        const first = (...args) => (this.off(event, first), run(...args));
        return this.on(event, first);
      }
      off(event, run) {
        this._listening.set(event, this.listeners(event).filter((it) => it !== run));
      }
      removeAllListeners(event) {
        if (event) this._listening.delete(event);
        else this._listening.clear();
      }
      listeners(event) {
        return this._listening.get(event) ?? [];
      }
      emit(event, ...args) {
        for (const run of this.listeners(event)) run(...args);
      }
      emitReserved(...args) {
        Emitter.prototype.emit.apply(this, args);
      }
    }`,
  ],
  [
    /engine\.io-parser.*esm.encodePacket\.browser\.js$/,
    'import { PACKET_TYPES } from "./commons.js";' +
      'export const encodePacket = (packet, _, give) => give(PACKET_TYPES[packet.type] + (packet.data || ""));' +
      "export const encodePacketToBinary = 0;",
  ],
  [
    /engine\.io-parser.*esm.decodePacket\.browser\.js$/,
    'import { ERROR_PACKET, PACKET_TYPES_REVERSE } from "./commons.js";' +
      "export const decodePacket = (text) => { const type = PACKET_TYPES_REVERSE[text[0]];" +
      " return type ? { type, data: text.slice(1) } : ERROR_PACKET; };",
  ],
]);

/** The engine listens on the window for ever, and for all its sockets: each of ours does so for itself. */
const LISTENS = /^if \(withEventListeners\) \{.*?^\}\n/ms;

/** It asks whether it runs in React Native, and whoever makes the build small cannot know. */
const NATIVE = /^const isReactNative = .*?;\n/ms;

/** Methods that say less here; those that say nothing are called by nobody. */
const METHODS = /** @type {[RegExp, Record<string, string>][]} */ ([
  ...ENGINE,
  [
    /socket\.io-client.*esm.manager\.js$/,
    {
      constructor: `constructor(uri, opts) {
        super();
        this.nsps = {};
        this.subs = [];
        this.opts = opts;
        this._timeout = opts.timeout;
        this._readyState = "closed";
        this.uri = uri;
        installTimerFunctions(this);
        this.encoder = new parser.Encoder();
        this.decoder = new parser.Decoder();
      }`,
      reconnection: "",
      reconnectionAttempts: "",
      reconnectionDelay: "",
      randomizationFactor: "",
      reconnectionDelayMax: "",
      timeout: "",
      maybeReconnectOnOpen: "",
      open: `open() {
        if (this._readyState.startsWith("open")) return;
        const engine = (this.engine = new Engine(this.uri, this.opts));
        this._readyState = "opening";
        const unopen = on(engine, "open", () => this.onopen());
        const onError = (error) => {
          this.cleanup();
          this._readyState = "closed";
          this.emitReserved("error", error);
        };
        const timer = this.setTimeoutFn(() => {
          unopen();
          onError(new Error("timeout"));
          engine.close();
        }, this._timeout);
        this.subs.push(() => this.clearTimeoutFn(timer), unopen, on(engine, "error", onError));
      }`,
      connect: "",
      socket: `socket(nsp, opts) {
        return (this.nsps[nsp] = new Socket(this, nsp, opts));
      }`,
      _packet: `_packet(packet) {
        this.engine.write(this.encoder.encode(packet));
      }`,
      cleanup: `cleanup() {
        for (const end of this.subs.splice(0)) end();
      }`,
      disconnect: "",
      onclose: `onclose(reason) {
        this.cleanup();
        this.engine?.close();
        this._readyState = "closed";
        this.emitReserved("close", reason);
      }`,
      reconnect: "",
      onreconnect: "",
    },
  ],
  [
    /socket\.io-client.*esm.socket\.js$/,
    {
      constructor: `constructor(io, nsp, { auth }) {
        super();
        this.connected = false;
        this.receiveBuffer = [];
        this.ids = 0;
        this.acks = {};
        this.flags = {};
        this.io = io;
        this.nsp = nsp;
        this.auth = auth;
      }`,
      "get disconnected": "",
      send: "",
      // Only what is connected is asked to send, see src/net/socket.js; what is written while the
      // heartbeat is over gets no ack, and is sent again under the same id.
      emit: `emit(...args) {
        const packet = { type: PacketType.EVENT, data: args, id: this.ids++ };
        this._registerAckCallback(packet.id, args.pop());
        if (!this.io.engine._hasPingExpired()) this.packet(packet);
        this.flags = {};
      }`,
      _registerAckCallback: `_registerAckCallback(id, ack) {
        const timer = this.io.setTimeoutFn(() => {
          delete this.acks[id];
          ack(new Error("operation has timed out"));
        }, this.flags.timeout);
        this.acks[id] = (...args) => {
          this.io.clearTimeoutFn(timer);
          ack(...args);
        };
      }`,
      _addToQueue: "",
      _drainQueue: "",
      _clearAcks: `_clearAcks() {
        const { acks } = this;
        this.acks = {};
        for (const ack of Object.values(acks)) ack(new Error("socket has been disconnected"));
      }`,
      onpacket: `onpacket({ nsp, type, data, id }) {
        if (nsp !== this.nsp) return;
        if (type === PacketType.CONNECT) this.onconnect();
        if (type === PacketType.EVENT) this.onevent(data);
        if (type === PacketType.ACK) this.onack(id, data);
        if (type === PacketType.DISCONNECT) this.ondisconnect();
        if (type === PacketType.CONNECT_ERROR) {
          this.destroy();
          this.emitReserved("connect_error", Object.assign(new Error(data.message), { data: data.data }));
        }
      }`,
      onevent: `onevent(args) {
        if (this.connected) super.emit(...args);
        else this.receiveBuffer.push(args);
      }`,
      emitEvent: "",
      ack: "",
      onack: `onack(id, data) {
        const ack = this.acks[id];
        delete this.acks[id];
        ack?.(null, ...data);
      }`,
      onconnect: `onconnect() {
        this.connected = true;
        for (const args of this.receiveBuffer.splice(0)) super.emit(...args);
        this.emitReserved("connect");
      }`,
      emitBuffered: "",
      close: "",
      compress: "",
      "get volatile": "",
      onAny: "",
      prependAny: "",
      offAny: "",
      listenersAny: "",
      onAnyOutgoing: "",
      prependAnyOutgoing: "",
      offAnyOutgoing: "",
      listenersAnyOutgoing: "",
      notifyOutgoingListeners: "",
    },
  ],
  [
    /socket\.io-parser.*esm.index\.js$/,
    {
      encode: `encode({ type, nsp, id, data }) {
        return type + nsp + "," + (id ?? "") + (data ? JSON.stringify(data) : "");
      }`,
      encodeAsString: "",
      encodeAsBinary: "",
      add: `add(text) {
        const [all, type, nsp = "/", id] = /^([0-4])(?:(\\/[^,]*),?)?(\\d+)?/.exec(text);
        const rest = text.slice(all.length);
        const data = rest ? JSON.parse(rest) : undefined;
        if (!Decoder.isPayloadValid(+type, data)) throw new Error("invalid payload");
        super.emitReserved("decoded", { type: +type, nsp, id, data });
      }`,
      decodeString: "",
      tryParse: "",
      destroy: "",
    },
  ],
]);

/** @type {import("esbuild").Plugin} */
export const slimSocket = {
  name: "slim-socket",
  async setup({ onLoad }) {
    await Promise.all(Object.entries(READ).map(assertRead));
    for (const [filter, contents] of MODULES) onLoad({ filter }, () => ({ contents }));
    for (const [filter, methods] of METHODS) {
      onLoad({ filter }, async ({ path }) => ({ contents: instead((await readFile(path, "utf8")).replace(LISTENS, "").replace(NATIVE, "const isReactNative = false;\n"), methods) }));
    }
  },
};

/** @param {[string, string]} library Its name, and the version that was read. */
async function assertRead([name, read]) {
  const text = await readFile(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8");
  const { version } = JSON.parse(text);
  if (version !== read) throw new Error(`scripts/slim-socket.js was written for ${name} ${read}, this is ${version}`);
}

/**
 * @param {string} source Of classes, as `tsc` writes them.
 * @param {Record<string, string>} methods
 */
function instead(source, methods) {
  for (const [name, code] of Object.entries(methods)) {
    const found = source.match(new RegExp(`^ {4}${name}\\((?:[^\\n]*\\{ \\}\\n|.*?^ {4}\\}\\n)`, "ms"))?.[0];
    if (!found) throw new Error(`the socket's library has changed: there is no ${name} to leave out`);
    source = source.replace(found, () => `${code}\n`);
  }
  return source;
}
