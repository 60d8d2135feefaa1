import { summary } from "@/realtime/fixtures";
import { floorOf } from "./floor";

const me = { id: "me", email: "a@b.c", name: "Анна", role: "operator", locale: "ru" } as const;
const state = (operator_name: string | null, status: "operator" | "waiting" = "operator") => ({
  id: "c1",
  status,
  operator_name,
  position: null,
  eta_seconds: null,
});

describe("who has the floor", () => {
  it("is told by the id where the list knows it", () => {
    const other = summary("c1", { status: "operator", operator_id: "x", operator_name: "Анна" });
    expect(floorOf(state("Анна"), other, me)).toBe("operator");
    expect(floorOf(state("Анна"), { ...other, operator_id: "me" }, me)).toBe("mine");
  });
  it("is told by the name while the list is behind", () => {
    expect(floorOf(state("Анна"), summary("c1"), me)).toBe("mine");
    expect(floorOf(state("Борис"), null, me)).toBe("operator");
  });
  it("is nobody's while a visitor waits", () => {
    expect(floorOf(state(null, "waiting"), null, me)).toBe("waiting");
  });
});
