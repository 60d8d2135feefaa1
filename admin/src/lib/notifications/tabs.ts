const CHANNEL = "otvet.notifications";
const LOCK = "otvet.notifier";
/** As long as another tab may take to say that it is being looked at. */
const ANSWER_MS = 120;

type Said =
  | { say: "who-looks"; id: number; url: string }
  | { say: "i-do"; id: number }
  | { say: "raised" }
  | { say: "seen" };

export interface Tabs {
  /** Whether this tab is the one that notifies. */
  leads: () => boolean;
  /** Whether some tab of this browser shows an address to somebody right now. */
  isLookedAt: (url: string) => Promise<boolean>;
  /** Tells the other tabs that something came, or that somebody has looked. */
  tell: (what: "raised" | "seen") => void;
  stop: () => void;
}

/** The tabs of one browser: the first that is there leads until it closes. */
export function createTabs(heard: (what: "raised" | "seen") => void): Tabs {
  const channel = new BroadcastChannel(CHANNEL);
  const asked = new Map<number, () => void>();
  let leading = false;
  let count = 0;
  let release: () => void = () => undefined;
  const stopped = new AbortController();

  if ("locks" in navigator) {
    navigator.locks
      .request(LOCK, { signal: stopped.signal }, () => {
        leading = true;
        // Held until the tab closes, or nobody is signed in any more.
        return new Promise<void>((resolve) => (release = resolve));
      })
      .catch(() => undefined);
  } else {
    // Over plain http from another machine there are no locks: then every tab notifies.
    leading = true;
  }

  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.say === "who-looks") {
      if (isLookedAtHere(data.url)) say({ say: "i-do", id: data.id });
    } else if (data.say === "i-do") {
      asked.get(data.id)?.();
    } else {
      heard(data.say);
    }
  };

  function say(said: Said): void {
    channel.postMessage(said);
  }

  return {
    leads: () => leading,
    isLookedAt(url) {
      if (isLookedAtHere(url)) return Promise.resolve(true);
      count += 1;
      const id = count;
      return new Promise((resolve) => {
        function answer(looked: boolean): void {
          asked.delete(id);
          resolve(looked);
        }
        asked.set(id, () => answer(true));
        setTimeout(() => answer(false), ANSWER_MS);
        say({ say: "who-looks", id, url });
      });
    },
    tell: (what) => say({ say: what }),
    stop() {
      leading = false;
      stopped.abort();
      release();
      channel.close();
    },
  };
}

function isLookedAtHere(url: string): boolean {
  const last = url.split("/").at(-1) ?? url;
  return document.visibilityState === "visible" && document.hasFocus() && location.pathname.includes(last);
}
