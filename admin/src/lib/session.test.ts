import type { AccessGrant } from "@/wire/schema";
import { createApi } from "./api";
import { createSession } from "./session";

const operator = { id: "1", email: "a@b.c", name: "Анна", role: "operator", locale: "ru" } as const;
const grant = (token: string, expires_in = 900): AccessGrant => ({
  access_token: token,
  token_type: "bearer",
  expires_in,
  operator,
});
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const refusal = (code: string, status = 401) =>
  json({ code, message: "", retryable: false, request_id: "r" }, status);

type Handler = (path: string, token: string | null) => Response | Promise<Response>;

function serve(handler: Handler) {
  const calls: string[] = [];
  vi.stubGlobal("fetch", async (input: string, init: RequestInit) => {
    const path = input.replace("/api/v1", "");
    const token = new Headers(init.headers).get("Authorization")?.replace("Bearer ", "") ?? null;
    calls.push(path);
    await Promise.resolve();
    return handler(path, token);
  });
  return calls;
}

describe("the session", () => {
  // Somebody has signed in in this browser before.
  beforeEach(() => localStorage.setItem("otvet.signed-in", "yes"));

  afterEach(() => {
    localStorage.clear();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("refreshes once however many ask, and every call is made once more", async () => {
    let refreshed = 0;
    let valid = "t1";
    const calls = serve((path, token) => {
      if (path === "/auth/refresh") {
        refreshed += 1;
        if (refreshed > 1) valid = "t2";
        return json(grant(valid));
      }
      return token === valid ? json({ token }) : refusal("token_expired");
    });
    const session = createSession();
    const api = createApi(session);
    await session.start();
    valid = "t2";
    const answers = await Promise.all([api("/a"), api("/b"), api("/c")]);
    expect(answers).toEqual([{ token: "t2" }, { token: "t2" }, { token: "t2" }]);
    expect(refreshed).toBe(2);
    expect(calls.filter((path) => path === "/a")).toHaveLength(2);
  });

  it("retries once and no more", async () => {
    const calls = serve((path) =>
      path === "/auth/refresh" ? json(grant("t")) : refusal("token_invalid"),
    );
    const session = createSession();
    await session.start();
    await expect(createApi(session)("/a")).rejects.toMatchObject({ code: "token_invalid" });
    expect(calls.filter((path) => path === "/a")).toHaveLength(2);
  });

  it("ends when the refresh is refused, and stays when the network is", async () => {
    let mode = "ok";
    serve((path) => {
      if (path !== "/auth/refresh") return refusal("token_expired");
      if (mode === "down") throw new TypeError("failed to fetch");
      return mode === "ok" ? json(grant("t")) : refusal("token_missing");
    });
    const session = createSession();
    await session.start();
    mode = "down";
    await expect(createApi(session)("/a")).rejects.toMatchObject({ code: "network" });
    expect(session.state.get().phase).toBe("signed-in");
    mode = "refused";
    await expect(createApi(session)("/a")).rejects.toMatchObject({ code: "token_missing" });
    expect(session.state.get()).toEqual({ phase: "signed-out", reason: "expired" });
  });

  it("asks nothing in a browser where nobody has signed in, or all have signed out", async () => {
    localStorage.clear();
    const calls = serve((path) => (path === "/auth/logout" ? new Response(null, { status: 204 }) : json(grant("t"))));
    const session = createSession();
    await session.start();
    expect(session.state.get()).toEqual({ phase: "signed-out", reason: null });
    expect(calls).toEqual([]);

    await session.signIn({ email: "a@b.c", password: "p" });
    await createSession().start();
    expect(calls).toEqual(["/auth/login", "/auth/refresh"]);

    await session.signOut();
    await createSession().start();
    expect(calls).toEqual(["/auth/login", "/auth/refresh", "/auth/logout"]);
    expect(localStorage).toHaveLength(0);
  });

  it("asks no more once the platform has said that nobody is signed in, but what a gateway says is not that", async () => {
    let body: unknown = "<h1>401</h1>";
    const calls = serve(() => json(body, 401));
    await createSession().start();
    await createSession().start();
    expect(calls).toHaveLength(2);
    body = { code: "token_missing", message: "", retryable: false, request_id: "r" };
    await createSession().start();
    await createSession().start();
    expect(calls).toHaveLength(3);
  });

  it("asks where nothing can be kept", async () => {
    localStorage.clear();
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const calls = serve(() => json(grant("t")));
    await createSession().start();
    expect(calls).toEqual(["/auth/refresh"]);
  });

  it("is kept where another tab hears of a sign-out after somebody else has signed in", async () => {
    const ola = { ...operator, id: "2" };
    let who: AccessGrant["operator"] = operator;
    serve(() => json({ ...grant("t"), operator: who }));
    const [here, there] = [createSession(), createSession()];
    await Promise.all([here.start(), there.start()]);
    who = ola;
    await here.signIn({ email: "o@b.c", password: "p" });
    await vi.waitFor(() => expect(there.state.get().phase).toBe("signed-out"));
    const calls = serve(() => json({ ...grant("t"), operator: ola }));
    await createSession().start();
    expect(calls).toEqual(["/auth/refresh"]);
  });

  it("does not blame the visitor of a first visit, and can be tried again offline", async () => {
    let down = true;
    serve(() => {
      if (down) throw new TypeError("failed to fetch");
      return refusal("token_missing");
    });
    const session = createSession();
    await session.start();
    expect(session.state.get().phase).toBe("unreachable");
    down = false;
    await session.start();
    expect(session.state.get()).toEqual({ phase: "signed-out", reason: null });
  });

  it("refreshes by itself before the token expires", async () => {
    vi.useFakeTimers();
    const calls = serve(() => json(grant("t", 120)));
    const session = createSession();
    const started = session.start();
    await vi.advanceTimersByTimeAsync(0);
    await started;
    expect(calls).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(calls).toHaveLength(2);
  });
});
