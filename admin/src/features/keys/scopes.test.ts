import { exampleOf } from "./scopes";

describe("the example of a new key", () => {
  it("asks for something that the key may see", () => {
    expect(exampleOf("https://help.example", "otvk_x", ["conversations.read"])).toBe(
      "curl 'https://help.example/api/v1/conversations?limit=20' \\\n  -H 'Authorization: Bearer otvk_x'",
    );
  });

  it("names the method where it is no GET", () => {
    expect(exampleOf("https://help.example", "otvk_x", ["visitors.erase"])).toContain("-X DELETE");
  });
});
