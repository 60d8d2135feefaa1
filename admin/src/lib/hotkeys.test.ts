import { keyName } from "./hotkeys";

describe("the name of a key", () => {
  it.each([
    [{ key: "j", code: "KeyJ", shiftKey: false }, "j"],
    [{ key: "о", code: "KeyJ", shiftKey: false }, "j"],
    // On Dvorak the letter counts, not the place.
    [{ key: "j", code: "KeyC", shiftKey: false }, "j"],
    [{ key: "?", code: "Slash", shiftKey: true }, "?"],
    [{ key: ",", code: "Slash", shiftKey: true }, "?"],
    [{ key: "?", code: "Digit7", shiftKey: true }, "?"],
    [{ key: "1", code: "Digit1", shiftKey: false }, "1"],
    [{ key: "ArrowDown", code: "ArrowDown", shiftKey: false }, "ArrowDown"],
  ])("%o is %s", (event, name) => {
    expect(keyName(event)).toBe(name);
  });
});
