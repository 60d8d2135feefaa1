import { createNotifier, type News, type Notifier } from "./notifier";
import { notifying } from "./preferences";
import * as sound from "./sound";

const NEWS: News = { kind: "waiting", title: "Ольга ждёт человека", text: "Помогите", url: "/inbox/waiting/c1" };

/** What jsdom does not know: one browser's channels, locks and notifications. */
class Channel {
  static all = new Set<Channel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor() {
    Channel.all.add(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.all) if (other !== this) other.onmessage?.({ data });
  }
  close() {
    Channel.all.delete(this);
  }
}

let free: Promise<unknown> = Promise.resolve();
const locks = {
  request: (_name: string, _options: unknown, task: () => Promise<void>) => (free = free.then(task)),
};

class Shown {
  static permission = "granted";
  static all: Shown[] = [];
  onclick: (() => void) | null = null;
  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    Shown.all.push(this);
  }
  close() {
    Shown.all = Shown.all.filter((one) => one !== this);
  }
}

const opened: Notifier[] = [];
const gone: string[] = [];

async function tab(): Promise<Notifier> {
  const made = createNotifier((url) => gone.push(url));
  opened.push(made);
  await Promise.resolve();
  await Promise.resolve();
  return made;
}

function look(where: { hidden: boolean; focused: boolean; path: string }) {
  vi.spyOn(document, "hidden", "get").mockReturnValue(where.hidden);
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(where.hidden ? "hidden" : "visible");
  vi.spyOn(document, "hasFocus").mockReturnValue(where.focused);
  history.replaceState(null, "", where.path);
}

describe("a notification", () => {
  let played: ReturnType<typeof vi.spyOn>;
  beforeEach(() => {
    vi.stubGlobal("BroadcastChannel", Channel);
    vi.stubGlobal("Notification", Shown);
    Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
    vi.spyOn(window, "focus").mockImplementation(() => undefined);
    played = vi.spyOn(sound, "playSound").mockImplementation(() => undefined);
    notifying.enabled.set("on");
    notifying.sound.set("on");
    notifying.desktop.set("on");
    notifying.kinds.waiting.set("on");
    document.title = "Ожидают";
    Shown.all = [];
    look({ hidden: true, focused: false, path: "/admin/inbox/waiting" });
  });
  afterEach(() => {
    for (const made of opened.splice(0)) made.stop();
    Channel.all.clear();
    free = Promise.resolve();
    gone.length = 0;
    vi.unstubAllGlobals();
  });

  it("is heard, seen and counted, and leads to what it is about", async () => {
    const one = await tab();
    expect(await one.notify(NEWS)).toBe(true);
    expect(played).toHaveBeenCalledOnce();
    expect(Shown.all.map((each) => [each.title, each.options.tag])).toEqual([[NEWS.title, NEWS.url]]);
    expect(document.title).toBe("(1) Ожидают");
    Shown.all[0]?.onclick?.();
    expect(gone).toEqual([NEWS.url]);
  });

  it("comes from one tab alone, and from the next when that is closed", async () => {
    const [first, second] = [await tab(), await tab()];
    expect([await first.notify(NEWS), await second.notify(NEWS)]).toEqual([true, false]);
    first.stop();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await second.notify(NEWS)).toBe(true);
  });

  it("does not tell of what is being looked at, in this tab or another", async () => {
    const one = await tab();
    await tab();
    look({ hidden: false, focused: true, path: "/admin/inbox/all/c1" });
    expect(await one.notify(NEWS)).toBe(false);
    expect(await one.notify({ ...NEWS, url: "/inbox/waiting/c2" })).toBe(true);
    expect(document.title).toBe("Ожидают");
  });

  it("is kept back by each switch and by the one of all", async () => {
    const one = await tab();
    notifying.kinds.waiting.set("off");
    expect(await one.notify(NEWS)).toBe(false);
    expect(await one.notify({ ...NEWS, kind: "mention" })).toBe(true);
    notifying.enabled.set("off");
    expect(await one.notify({ ...NEWS, kind: "mention" })).toBe(false);
  });

  it("makes no sound and shows nothing where that is off, and is still counted", async () => {
    const one = await tab();
    notifying.sound.set("off");
    notifying.desktop.set("off");
    expect(await one.notify(NEWS)).toBe(true);
    expect(played).not.toHaveBeenCalled();
    expect(Shown.all).toEqual([]);
    expect(document.title).toBe("(1) Ожидают");
  });

  it("is counted until somebody looks, whatever the title becomes", async () => {
    const one = await tab();
    await one.notify(NEWS);
    document.title = "Все";
    await vi.waitFor(() => expect(document.title).toBe("(1) Все"));
    look({ hidden: false, focused: true, path: "/admin/inbox/all" });
    document.dispatchEvent(new Event("visibilitychange"));
    expect(document.title).toBe("Все");
  });
});
