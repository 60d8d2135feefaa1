import { createBadge } from "./badge";
import { isWanted, notifying, type Kind } from "./preferences";
import { playSound } from "./sound";
import { createTabs } from "./tabs";

export interface News {
  kind: Kind;
  title: string;
  text: string;
  /** Where it is about, below `/admin`; whoever looks at that is told nothing. */
  url: string;
}

export interface Notifier {
  /** Tells of something, in one tab, unless it was switched off or is being looked at. */
  notify: (news: News) => Promise<boolean>;
  stop: () => void;
}

const ICON = `${import.meta.env.BASE_URL}icon.svg`;
/** Several at once are one sound. */
const QUIET_MS = 1_500;

export function createNotifier(open: (url: string) => void): Notifier {
  const badge = createBadge();
  let sounded = 0;
  const tabs = createTabs((what) => {
    if (what === "seen") badge.clear();
    else if (document.hidden) badge.add();
  });

  function seen(): void {
    if (document.hidden) return;
    badge.clear();
    tabs.tell("seen");
  }
  document.addEventListener("visibilitychange", seen);

  function show({ title, text, url }: News): void {
    if (notifying.desktop.get() !== "on" || !("Notification" in window)) return;
    if (Notification.permission !== "granted") return;
    try {
      // One of each place: a newer one takes the older one's place.
      const shown = new Notification(title, { body: text, tag: url, icon: ICON, silent: true });
      shown.onclick = () => {
        window.focus();
        shown.close();
        open(url);
      };
    } catch {
      // Chrome on Android has the name and not the thing.
    }
  }

  return {
    async notify(news) {
      if (!tabs.leads() || !isWanted(news.kind) || (await tabs.isLookedAt(news.url))) return false;
      if (document.hidden) badge.add();
      tabs.tell("raised");
      if (notifying.sound.get() === "on" && Date.now() - sounded > QUIET_MS) {
        sounded = Date.now();
        playSound();
      }
      show(news);
      return true;
    },
    stop() {
      document.removeEventListener("visibilitychange", seen);
      badge.stop();
      tabs.stop();
    },
  };
}
