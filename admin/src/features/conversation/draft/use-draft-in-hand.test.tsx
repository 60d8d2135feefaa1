import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { renderConsole } from "../../../../test/unit/render";
import { useDraftInHand } from "./use-draft-in-hand";

function Desk({ sent }: { sent: readonly string[] }) {
  const draft = useDraftInHand();
  return (
    <>
      <button onClick={() => draft.take("t1", "Откройте порты.")}>взять</button>
      {sent.map((text) => (
        <button key={text} onClick={() => draft.sent(text)}>
          {text}
        </button>
      ))}
    </>
  );
}

function show(...sent: string[]) {
  const bodies: unknown[] = [];
  vi.stubGlobal("fetch", (_: string, { body }: { body: string }) => {
    bodies.push(JSON.parse(body));
    return Promise.resolve(new Response(null, { status: 204 }));
  });
  renderConsole(<Desk sent={sent} />);
  return bodies;
}

const press = (name: string) => userEvent.setup().click(screen.getByRole("button", { name }));

describe("a draft that the operator took", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is told as sent when nothing was changed", async () => {
    const bodies = show("Откройте порты.");
    await press("взять");
    await press("Откройте порты.");
    await waitFor(() => expect(bodies).toEqual([{ decision: "sent" }]));
  });

  it("is told with what was sent instead, and once", async () => {
    const bodies = show("Порты 500 и 4500.", "Что-нибудь ещё?");
    await press("взять");
    await press("Порты 500 и 4500.");
    await press("Что-нибудь ещё?");
    await waitFor(() => expect(bodies).toEqual([{ decision: "edited", text: "Порты 500 и 4500." }]));
  });

  it("leaves an operator's own words alone", async () => {
    const bodies = show("Здравствуйте!");
    await press("Здравствуйте!");
    expect(bodies).toEqual([]);
  });
});
