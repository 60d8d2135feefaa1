import { waitFor } from "@testing-library/react";
import { ApiError } from "./api-error";
import type { Session } from "./session";
import { createUploads } from "./uploads";

/** The parts of XMLHttpRequest that an upload uses; a test answers for the server. */
class FakeCall {
  static calls: FakeCall[] = [];
  status = 0;
  responseText = "";
  timeout = 0;
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  url = "";
  headers: Record<string, string> = {};
  isAborted = false;

  constructor() {
    FakeCall.calls.push(this);
  }
  open(_method: string, url: string): void {
    this.url = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(): void {
    // The test answers.
  }
  abort(): void {
    this.isAborted = true;
    this.onabort?.();
  }
  answer(status: number, body: unknown): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}

const renew = vi.fn(() => Promise.resolve("fresh"));
const session = { token: () => Promise.resolve("t"), renew, end: () => undefined } as unknown as Session;
const upload = (name: string, problem: ApiError | null = null) => ({
  siteKey: "it",
  agent: "network",
  file: new File(["text"], name),
  problem,
});

function call(place: number): Promise<FakeCall> {
  return waitFor(() => {
    const made = FakeCall.calls[place];
    if (!made) throw new Error("not called yet");
    return made;
  });
}

describe("uploads", () => {
  beforeEach(() => {
    FakeCall.calls = [];
    vi.stubGlobal("XMLHttpRequest", FakeCall);
  });
  afterEach(() => vi.unstubAllGlobals());

  it("go one after the other, tell how far they are, and leave the list when they arrive", async () => {
    const uploads = createUploads(session);
    uploads.add([upload("а.md"), upload("b.md")]);
    const first = await call(0);
    expect(first.url).toBe("/api/v1/knowledge/documents/upload?site_key=it&agent=network&name=%D0%B0.md");
    expect(first.headers).toMatchObject({ authorization: "Bearer t" });
    first.upload.onprogress?.({ loaded: 3 });
    expect(uploads.list.get().map(({ state, sent }) => [state, sent])).toEqual([
      ["sending", 3],
      ["waiting", 0],
    ]);
    first.answer(200, {});
    const second = await call(1);
    expect(uploads.arrived.get()).toBe(1);
    expect(uploads.list.get().map(({ file }) => file.name)).toEqual(["b.md"]);
    second.answer(200, {});
    await waitFor(() => expect(uploads.list.get()).toEqual([]));
  });

  it("stay with the reason when they fail, and go again when asked", async () => {
    const uploads = createUploads(session);
    uploads.add([upload("a.png", new ApiError({ code: "document_unsupported" })), upload("b.md")]);
    (await call(0)).answer(503, { code: "store_unavailable", retryable: true });
    await waitFor(() =>
      expect(uploads.list.get().map(({ state, error }) => [state, error?.code])).toEqual([
        ["failed", "document_unsupported"],
        ["failed", "store_unavailable"],
      ]),
    );
    uploads.retry(uploads.list.get()[1]?.id ?? 0);
    (await call(1)).onerror?.();
    await waitFor(() => expect(uploads.list.get()[1]?.error?.code).toBe("network"));
    uploads.clear();
    expect(uploads.list.get()).toEqual([]);
  });

  it("renew a token that has expired, once", async () => {
    const uploads = createUploads(session);
    uploads.add([upload("a.md")]);
    (await call(0)).answer(401, { code: "token_expired", retryable: false });
    const again = await call(1);
    expect(renew).toHaveBeenCalledWith("t");
    expect(again.headers).toMatchObject({ authorization: "Bearer fresh" });
    again.answer(200, {});
    await waitFor(() => expect(uploads.arrived.get()).toBe(1));
  });

  it("are broken off when they are taken back, and the next goes", async () => {
    const uploads = createUploads(session);
    uploads.add([upload("a.md"), upload("b.md")]);
    const first = await call(0);
    uploads.dismiss(uploads.list.get()[0]?.id ?? 0);
    expect(first.isAborted).toBe(true);
    (await call(1)).answer(200, {});
    await waitFor(() => expect(uploads.list.get()).toEqual([]));
    expect(uploads.arrived.get()).toBe(1);
  });
});
