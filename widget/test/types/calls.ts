/** What a page may write, and may not: `tsc` of `npm run check` reads it, nobody runs it. */
import { mount, type Otvet, type OtvetCall } from "../../types/otvet";

// Before the script is there.
window.Otvet = window.Otvet || [];
window.Otvet.push(["open", { draft: "VPN" }], ["hide"], ["send", "Hello"], ["identify", null]);
window.Otvet.push(["on", "message", ({ sender, id }) => console.log(sender === "operator", id.length)]);
window.Otvet.push(["update", { locale: "ru-RU", theme: null, side: "left", dir: "auto", page: "off" }]);
const calls: OtvetCall[] = [["toggle"], ["destroy"]];
window.Otvet.push(...calls);
// @ts-expect-error There is no such call.
window.Otvet.push(["opne"]);
// @ts-expect-error A call is a list.
window.Otvet.push("open");
// @ts-expect-error An array is not called.
window.Otvet("open");

const otvet: Otvet = mount({ url: new URL("https://support.example.com"), siteKey: "key", locale: "en", look: false });
otvet("open");
otvet("open", { draft: "VPN" });
otvet("update", { theme: "dark" });
const undo: () => void = otvet("on", "unread", ({ count, version }) => console.log(count + version), {
  signal: AbortSignal.timeout(1_000),
});
undo();
// @ts-expect-error There is no such event.
otvet("on", "mesage", () => {});
// @ts-expect-error Nothing is unread of an opening.
otvet("on", "open", ({ count }) => console.log(count));
// @ts-expect-error A theme is light or dark.
otvet("update", { theme: "pink" });
// @ts-expect-error A message is a text.
otvet("send", 5);
// @ts-expect-error It takes nothing.
otvet("close", "now");
// @ts-expect-error A draft is a text.
otvet("open", { draft: 5 });
// @ts-expect-error A site has a key.
mount({ url: "https://support.example.com" });
// @ts-expect-error There is no such option.
mount({ url: "https://support.example.com", siteKey: "key", color: "red" });

document.addEventListener("otvet:identity", ({ detail }) => console.log(detail.code === "identity_expired"));
addEventListener("otvet:unread", ({ detail: { count } }) => console.log(count.toFixed()));
// @ts-expect-error The event has no such detail.
addEventListener("otvet:close", ({ detail: { count } }) => console.log(count));
