import { isAccent, legibility } from "./contrast";
import { endOf, holidayTrouble, minutes, nextInterval, officeHours, shownEnd, troubleOf } from "./hours";
import { readOrigin } from "./origins";
import { policyOf, snippetOf } from "./snippet";
import { siteDetail } from "./fixtures";

const colour = (digits: string) => ["#", digits].join("");

describe("an origin that somebody types", () => {
  it.each([
    ["https://shop.example.com", "https://shop.example.com"],
    ["shop.example.com", "https://shop.example.com"],
    ["  HTTPS://Shop.Example.com/help?a=1#b ", "https://shop.example.com"],
    ["http://shop.example.com:8080/", "http://shop.example.com:8080"],
    ["https://shop.example.com:443", "https://shop.example.com"],
    ["http://localhost:3000", "http://localhost:3000"],
    ["http://[::1]:80", "http://[::1]"],
  ])("is read as it is meant: %s", (typed, text) => {
    expect(readOrigin(typed)).toEqual({ text, wildcard: false });
  });

  it("is written as browsers write it, also in Cyrillic", () => {
    expect(readOrigin("пример.рф")?.text).toBe("https://xn--e1afmkfd.xn--p1ai");
  });

  it.each([
    ["https://*.example.com", "https://*.example.com"],
    ["*.example.com:8443", "https://*.example.com:8443"],
  ])("may stand for subdomains: %s", (typed, text) => {
    expect(readOrigin(typed)).toEqual({ text, wildcard: true });
  });

  it.each(["", " ", "shop", "ftp://a.example", "https://a@b.example", "a.example, b.example", "https://a.*.com", "**.a.com", "https://"])(
    "is none: %s",
    (typed) => expect(readOrigin(typed)).toBeNull(),
  );
});

describe("the code for a site", () => {
  const site = siteDetail();

  it("carries the key, and the hash when the version is pinned", () => {
    expect(snippetOf(site, false)).toBe(
      '<script src="https://help.example.com/widget.js?site_key=shop-key-1" async></script>',
    );
    expect(snippetOf(site, true)).toBe(
      '<script src="https://help.example.com/widget.js" data-site-key="shop-key-1" data-look="ask" ' +
        'integrity="sha384-abc" crossorigin="anonymous" async></script>',
    );
    expect(snippetOf({ ...site, integrity: null }, true)).not.toContain("integrity");
  });

  it("needs HTTP and a socket to the platform", () => {
    expect(policyOf("https://help.example.com")).toBe(
      "script-src https://help.example.com; connect-src https://help.example.com wss://help.example.com",
    );
  });
});

describe("an accent", () => {
  it("is six digits", () => {
    expect(isAccent(colour("1a2b3c"))).toBe(true);
    for (const text of ["red", colour("fff"), colour("1A2B3C"), `${colour("1a2b3c")};`]) expect(isAccent(text)).toBe(false);
  });

  it("carries letters of the colour that can be read better", () => {
    expect(legibility(colour("ffee00"))).toMatchObject({ letters: "dark", onLight: false, onDark: true });
    expect(legibility(colour("101010"))).toMatchObject({ letters: "light", onLight: true, onDark: false });
    expect(legibility(colour("777777")).ratio).toBeCloseTo(4.69, 2);
  });
});

describe("hours", () => {
  it("end at midnight as 24:00", () => {
    expect(endOf("00:00")).toBe("24:00");
    expect(shownEnd("24:00")).toBe("00:00");
    expect(minutes("24:00")).toBe(1_440);
    expect(troubleOf([{ start: "22:00", end: endOf("00:00") }])).toBeNull();
  });

  it("of a day neither overlap nor run backwards", () => {
    expect(troubleOf([{ start: "13:00", end: "18:00" }, { start: "09:00", end: "13:00" }])).toBeNull();
    expect(troubleOf([{ start: "09:00", end: "13:01" }, { start: "13:00", end: "18:00" }])).toBe("overlap");
    expect(troubleOf([{ start: "18:00", end: "09:00" }])).toBe("order");
    expect(troubleOf([{ start: "", end: "09:00" }])).toBe("order");
  });

  it("are added where there is room", () => {
    let day = officeHours("UTC").week[0] ?? [];
    for (let n = 0; n < 2; n += 1) day = [...day, nextInterval(day)];
    expect(day.map(({ start }) => start)).toEqual(["09:00", "19:00", "22:00"]);
  });

  it("of special days know each day once", () => {
    const day = (text: string) => ({ day: text, name: "", intervals: [] });
    expect(holidayTrouble([day("2026-01-01"), day("2026-01-02")])).toBeNull();
    expect(holidayTrouble([day("2026-01-01"), day("2026-01-01")])).toBe("twice");
    expect(holidayTrouble([day("")])).toBe("day");
  });
});
