import { useEffect, useRef, useState } from "react";
import { useI18n } from "@/lib/i18n/i18n";
import { cx } from "@/lib/cx";
import { Choice } from "@/ui/choice";
import type { Locale, WidgetSettings } from "@/wire/schema";

const PHONE = { width: 360, height: 660 };
/** A page that is narrower than this is a phone in the widget's eyes. */
const DESKTOP = { width: 760, height: 760 };

interface PreviewProps {
  /** What a visitor's widget would be told, in a language. */
  settingsFor: (locale: Locale) => WidgetSettings;
  /** Begin with somebody waiting while nobody is there. */
  away?: boolean;
}

/** The real widget in a frame of its own, without anybody behind it; it follows every change. */
export function Preview({ settingsFor, away = false }: PreviewProps) {
  const { t, locale: own } = useI18n();
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  const [open, setOpen] = useState(true);
  const [device, setDevice] = useState<"desktop" | "phone">("desktop");
  const [theme, setTheme] = useState<"light" | "dark">("light");
  const [locale, setLocale] = useState<Locale>(own);
  const { box, scale } = useScale(device === "phone" ? PHONE.width : DESKTOP.width);
  const size = device === "phone" ? PHONE : DESKTOP;

  useEffect(() => {
    function hear({ source, origin, data }: MessageEvent<unknown>): void {
      if (source !== frame.current?.contentWindow || origin !== location.origin || !isMessage(data)) return;
      if (data.type === "otvet.preview.ready") setReady(true);
      if (data.type === "otvet.preview.toggled") setOpen(data.open === true);
    }
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, []);

  const message = JSON.stringify({
    type: "otvet.preview",
    settings: settingsFor(locale),
    open,
    dark: theme === "dark",
    waiting: away,
  });
  useEffect(() => {
    if (ready) frame.current?.contentWindow?.postMessage(JSON.parse(message), location.origin);
  }, [ready, message]);

  return (
    <section aria-label={t("sites.preview.title")} data-testid="preview" className="min-w-0 lg:sticky lg:top-4">
      <div className="mb-3 flex flex-wrap gap-3">
        <Choice
          label={t("sites.preview.device")}
          value={device}
          options={(["desktop", "phone"] as const).map((value) => ({ value, label: t(`sites.preview.${value}`) }))}
          onChange={setDevice}
        />
        <Choice
          label={t("sites.preview.system")}
          value={theme}
          options={(["light", "dark"] as const).map((value) => ({ value, label: t(`sites.preview.${value}`) }))}
          onChange={setTheme}
        />
        <Choice
          label={t("sites.preview.language")}
          value={locale}
          options={(["ru", "en"] as const).map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={setLocale}
        />
        <Choice
          label={t("sites.preview.state")}
          value={open ? "open" : "closed"}
          options={(["open", "closed"] as const).map((value) => ({ value, label: t(`sites.preview.${value}`) }))}
          onChange={(value) => setOpen(value === "open")}
        />
      </div>
      <div ref={box} className="overflow-hidden" style={{ height: size.height * scale }}>
        <div
          className={cx("origin-top-left overflow-hidden rounded-xl border border-line", device === "phone" && "mx-auto")}
          style={{ width: size.width, height: size.height, transform: scale === 1 ? undefined : `scale(${scale})` }}
        >
          <iframe
            ref={frame}
            src="/widget/preview.html"
            title={t("sites.preview.title")}
            className="size-full border-0"
          />
        </div>
      </div>
      <p className="mt-2 text-xs text-ink-faint">{t("sites.preview.note")}</p>
    </section>
  );
}

function isMessage(data: unknown): data is { type: string; open?: unknown } {
  return typeof data === "object" && data !== null && "type" in data && typeof data.type === "string";
}

/** How much smaller than it is a page must be drawn to stand in the room there is. */
function useScale(width: number) {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(width);
  useEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom(entry.contentRect.width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { box, scale: room > 0 ? Math.min(1, room / width) : 1 };
}
