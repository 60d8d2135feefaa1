import { documentInfo, SITE } from "./fixtures";
import { chosen, grouped, sorted, titleOf } from "./knowledge";

const of = (...names: Parameters<typeof documentInfo>[]) =>
  names.map((each) => ({ site: SITE, item: documentInfo(...each) }));
const namesOf = (found: ReturnType<typeof chosen>) => found.map(({ item }) => item.name);

describe("the documents", () => {
  it("are sorted as people sort, by agent in the order of the widget, unknown agents last", () => {
    const documents = of(
      ["Глава 10"],
      ["Глава 2"],
      ["Старое", { agent: "gone" }],
      ["Пароли", { agent: "access" }],
    );
    const found = sorted(documents, titleOf, "ru");
    expect(namesOf(found)).toEqual(["Глава 2", "Глава 10", "Пароли", "Старое"]);
    expect(grouped(found).map(({ place, items }) => [place, items.length])).toEqual([
      ["it/network", 2],
      ["it/access", 1],
      ["it/gone", 1],
    ]);
  });

  it("are found by their name or title, whatever the case, by agent and by state", () => {
    const documents = of(
      ["vpn.md", { title: "Подключение к VPN" }],
      ["b.md", { state: "failed" }],
      ["c.md", { agent: "access", state: "failed" }],
    );
    const find = (filters: Partial<Parameters<typeof chosen>[1]>) =>
      namesOf(chosen(documents, { place: "", state: "", text: "", ...filters }, "ru"));
    expect(find({})).toHaveLength(3);
    expect(find({ text: " ПОДКЛЮЧЕНИЕ " })).toEqual(["vpn.md"]);
    expect(find({ text: "VPN.MD" })).toEqual(["vpn.md"]);
    expect(find({ state: "failed" })).toEqual(["b.md", "c.md"]);
    expect(find({ state: "failed", place: "it/access" })).toEqual(["c.md"]);
    expect(find({ place: "other/access" })).toEqual([]);
  });
});
