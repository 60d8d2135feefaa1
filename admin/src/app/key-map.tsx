import { hotkeysEnabled } from "@/lib/hotkeys";
import { useI18n, type TextKey } from "@/lib/i18n/i18n";
import { useStore } from "@/lib/store";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

type Line = readonly [keys: readonly string[], text: TextKey];

const GROUPS: readonly { title: TextKey; lines: readonly Line[] }[] = [
  {
    title: "keys.list",
    lines: [
      [["J", "↓"], "keys.next"],
      [["K", "↑"], "keys.previous"],
      [["Enter"], "keys.open"],
      [["1", "…", "5"], "keys.views"],
      [["/"], "keys.find"],
      [["F"], "keys.filters"],
      [["X"], "keys.choose"],
    ],
  },
  {
    title: "keys.conversation",
    lines: [
      [["T"], "keys.take"],
      [["A"], "keys.assign"],
      [["W"], "keys.why"],
      [["D"], "keys.draft"],
      [["L"], "keys.labels"],
      [["R"], "keys.reply"],
      [["N"], "keys.note"],
      [["I"], "keys.visitor"],
      [[isMac ? "⌘" : "Ctrl", "Enter"], "keys.send"],
      [["B"], "keys.return"],
      [["E"], "keys.close_conversation"],
    ],
  },
  {
    title: "keys.anywhere",
    lines: [
      [["P"], "keys.pause"],
      [[isMac ? "⌘" : "Ctrl", "K"], "keys.palette"],
      [["Esc"], "keys.back"],
      [["?"], "keys.map"],
    ],
  },
];

export function KeyMap({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useI18n();
  const enabled = useStore(hotkeysEnabled) === "on";
  return (
    <Dialog open={open} onClose={onClose} title={t("keys.title")} wide>
      <div className="mt-4 grid gap-x-10 gap-y-5 sm:grid-cols-2">
        {GROUPS.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 text-xs font-semibold text-ink-faint">{t(group.title)}</h3>
            <dl>
              {group.lines.map(([keys, text]) => (
                <div
                  key={text}
                  className="flex items-center justify-between gap-4 border-b border-line py-1.5 last:border-0"
                >
                  <dt className="text-sm">{t(text)}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <kbd
                        key={key}
                        className="grid h-5.5 min-w-5.5 place-items-center rounded-sm border border-line bg-sunken px-1.5 font-sans text-xs font-medium text-ink-soft"
                      >
                        {key}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="mt-5 flex items-center justify-between gap-4">
        <label className="flex items-start gap-2.5 text-sm">
          <input
            type="checkbox"
            checked={enabled}
            onChange={(event) => hotkeysEnabled.set(event.target.checked ? "on" : "off")}
            className="mt-1 accent-accent"
          />
          <span>
            {t("keys.enabled")}
            <span className="block text-xs text-ink-faint">{t("keys.enabledHint")}</span>
          </span>
        </label>
        <Button onClick={onClose}>{t("keys.close")}</Button>
      </div>
    </Dialog>
  );
}
