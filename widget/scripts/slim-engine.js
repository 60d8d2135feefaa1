/** What Engine.IO's classes say less here, for `slim-socket.js`: one transport at a time, texts alone. */
export const ENGINE = /** @type {[RegExp, Record<string, string>][]} */ ([
  [
    /engine\.io-client.*esm.socket\.js$/,
    {
      // Of all it may be told, `src/net/socket.js` tells it these. It listens for the loss of the
      // network until it is closed, so that nothing of a widget that was destroyed goes on.
      constructor: `constructor(uri, opts) {
        super();
        const { protocol: scheme, host } = new URL(uri);
        this.writeBuffer = [];
        this._prevBufferLen = 0;
        this._pingTimeoutTime = Infinity;
        this._all = opts.transports;
        this.transports = [...this._all];
        this._transportsByName = DEFAULT_TRANSPORTS;
        this.opts = { secure: scheme === "https:", host, path: opts.path + "/", timestampParam: "t" };
        installTimerFunctions(this);
        this._offline = () => this._onClose("transport close");
        addEventListener("offline", this._offline);
        this._open();
      }`,
      createTransport: `createTransport(name) {
        const query = { EIO: protocol, transport: name };
        return new this._transportsByName[name]({ ...this.opts, query, socket: this });
      }`,
      // A proxy may take a websocket's request and never answer it. What in its place has lived to a ping is
      // what this page tries from then on: no sooner, for without sticky sessions polling opens and breaks.
      // The timer is that of the pings, of which there are none yet.
      _open: `_open() {
        this.readyState = "opening";
        this.setTransport(this.createTransport(this.transports[0]));
        if (this.transports.length > 1) {
          this._pingTimeoutTimer = this.setTimeoutFn(() => {
            this._hung = true;
            this._onError(new Error("timeout"));
          }, 3000);
        }
        this.transport.open();
      }`,
      setTransport: `setTransport(transport) {
        this.transport = transport;
        transport
          .on("drain", () => this._onDrain())
          .on("packet", (packet) => this._onPacket(packet))
          .on("error", (error) => this._onError(error))
          .on("close", () => (this.readyState === "opening" ? this._onError(new Error("closed")) : this._onClose("transport close")));
      }`,
      _probe: "",
      onOpen: `onOpen() {
        this.readyState = "open";
        this.emitReserved("open");
        this.flush();
      }`,
      _onPacket: `_onPacket({ type, data }) {
        if (this.readyState === "closed") return;
        if (type === "open") this.onHandshake(JSON.parse(data));
        if (type === "ping") {
          if (this._hung) this._all.splice(0, this._all.length - 1);
          this._sendPacket("pong");
          this._resetPingTimeout();
        }
        if (type === "error") this._onError(new Error("server error"));
        if (type === "message") this.emitReserved("data", data);
      }`,
      onHandshake: `onHandshake(data) {
        this.transport.query.sid = data.sid;
        this._pingInterval = data.pingInterval;
        this._pingTimeout = data.pingTimeout;
        this._maxPayload = data.maxPayload;
        this.onOpen();
        if ("closed" !== this.readyState) this._resetPingTimeout();
      }`,
      _resetPingTimeout: `_resetPingTimeout() {
        this.clearTimeoutFn(this._pingTimeoutTimer);
        const delay = this._pingInterval + this._pingTimeout;
        this._pingTimeoutTime = Date.now() + delay;
        this._pingTimeoutTimer = this.setTimeoutFn(() => this._onClose("ping timeout"), delay);
      }`,
      send: "",
      _sendPacket: `_sendPacket(type, data) {
        if ("closing" === this.readyState || "closed" === this.readyState) return;
        this.writeBuffer.push({ type, data });
        this.flush();
      }`,
      close: `close() {
        const close = () => {
          this._onClose("forced close");
          this.transport.close();
        };
        if ("opening" === this.readyState || "open" === this.readyState) {
          this.readyState = "closing";
          if (this.writeBuffer.length) this.once("drain", close);
          else close();
        }
      }`,
      _onError: `_onError(error) {
        if (this.transports.length > 1 && this.readyState === "opening") {
          this.clearTimeoutFn(this._pingTimeoutTimer);
          this.transport.removeAllListeners();
          this.transport.close();
          this.transports.shift();
          return this._open();
        }
        this.emitReserved("error", error);
        this._onClose("transport error");
      }`,
      _onClose: `_onClose(reason) {
        if ("closed" === this.readyState) return;
        this.clearTimeoutFn(this._pingTimeoutTimer);
        this.transport.removeAllListeners("close");
        this.transport.close();
        this.transport.removeAllListeners();
        removeEventListener("offline", this._offline);
        this.readyState = "closed";
        this.emitReserved("close", reason);
        this.writeBuffer = [];
        this._prevBufferLen = 0;
      }`,
      _filterUpgrades: "",
    },
  ],
  [
    /engine\.io-client.*esm.transport\.js$/,
    {
      constructor: `constructor(opts) {
        super();
        this.writable = false;
        installTimerFunctions(this);
        this.opts = opts;
        this.query = opts.query;
        this.socket = opts.socket;
      }`,
      pause: "",
      onError: `onError(reason) {
        super.emitReserved("error", new Error(reason));
      }`,
      createUri: `createUri(scheme, query) {
        return scheme + "://" + this.opts.host + this.opts.path + "?" + new URLSearchParams(query);
      }`,
      _hostname: "",
      _port: "",
      _query: "",
    },
  ],
  [
    /engine\.io-client.*polling\.js$/,
    {
      pause: "",
      uri: `uri() {
        this.query[this.opts.timestampParam] = randomString();
        return this.createUri(this.opts.secure ? "https" : "http", this.query);
      }`,
    },
  ],
  [
    /engine\.io-client.*polling-fetch\.js$/,
    {
      // A body that breaks off is an error, too: the library would leave it unheard.
      doPoll: `doPoll() {
        this._fetch().then((text) => this.onData(text)).catch(() => this.onError("poll"));
      }`,
      doWrite: `doWrite(data, callback) {
        this._fetch(data).then(callback).catch(() => this.onError("write"));
      }`,
      _fetch: `async _fetch(body) {
        const response = await fetch(this.uri(), {
          method: body ? "POST" : "GET",
          body,
          headers: body ? { "content-type": "text/plain;charset=UTF-8" } : {},
          credentials: "omit",
        });
        if (!response.ok) throw response;
        return response.text();
      }`,
    },
  ],
  [
    /engine\.io-client.*transports.websocket\.js$/,
    {
      doOpen: `doOpen() {
        try {
          this.ws = new WebSocket(this.uri());
        } catch (error) {
          return this.emitReserved("error", error);
        }
        this.addEventListeners();
      }`,
      addEventListeners: `addEventListeners() {
        this.ws.onopen = () => this.onOpen();
        this.ws.onclose = () => this.onClose();
        this.ws.onmessage = ({ data }) => this.onData(data);
        this.ws.onerror = () => this.onError("websocket error");
      }`,
      uri: `uri() {
        return this.createUri(this.opts.secure ? "wss" : "ws", this.query);
      }`,
      createSocket: "",
    },
  ],
]);
