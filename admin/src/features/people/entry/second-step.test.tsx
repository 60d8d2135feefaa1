import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { renderConsole } from "../../../../test/unit/render";
import { SecondStep } from "./second-step";

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const refusal = (code: string, status: number) =>
  json({ code, message: "", retryable: false, request_id: "r" }, status);
const GRANT = { access_token: "t", expires_in: 900, operator: { id: "o" } };
const SETUP = { secret: "SECRET", uri: "otpauth://x", qr_size: 2, qr_path: "M0 0h1v1h-1z" };

function show(setup_required: boolean, serve: (path: string, body: unknown) => Response) {
  const sent: [string, unknown][] = [];
  vi.stubGlobal("fetch", (input: string, init: RequestInit) => {
    const path = input.replace("/api/v1/auth/", "");
    const body: unknown = JSON.parse(init.body as string);
    sent.push([path, body]);
    return Promise.resolve(serve(path, body));
  });
  const enter = vi.fn();
  renderConsole(
    <SecondStep challenge={{ ticket: "ticket", setup_required, expires_in: 600 }} onBack={vi.fn()} />,
    { enter },
  );
  return { sent, enter };
}

describe("the second step of a sign-in", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("sends a code by itself once its sixth digit is there", async () => {
    const { sent, enter } = show(false, () => json(GRANT));
    const field = screen.getByLabelText("Код из приложения");
    expect(field).toHaveFocus();
    await userEvent.type(field, "123 45");
    expect(sent).toEqual([]);
    await userEvent.type(field, "6");
    await waitFor(() => expect(enter).toHaveBeenCalledWith(GRANT));
    expect(sent).toEqual([["two-factor", { ticket: "ticket", code: "123 456" }]]);
  });

  it("says what is wrong with a code, and takes a recovery code instead", async () => {
    const { sent, enter } = show(false, (_, body) =>
      (body as { code: string }).code.length > 7 ? json(GRANT) : refusal("code_wrong", 401),
    );
    await userEvent.type(screen.getByLabelText("Код из приложения"), "111111");
    expect(await screen.findByText(/Код не подошёл/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Нет телефона под рукой" }));
    expect(screen.queryByText(/Код не подошёл/)).toBeNull();
    await userEvent.type(screen.getByLabelText("Код восстановления"), "abcd-efgh-jkmn-pqrs{Enter}");
    await waitFor(() => expect(enter).toHaveBeenCalled());
    expect(sent.at(-1)?.[1]).toEqual({ ticket: "ticket", code: "abcd-efgh-jkmn-pqrs" });
  });

  it("sets the app up where it is required, and opens the console only after the codes are saved", async () => {
    const { enter } = show(true, (path) =>
      path === "two-factor/setup" ? json(SETUP) : json({ grant: GRANT, codes: ["aaaa-bbbb", "cccc-dddd"] }),
    );
    expect(await screen.findByText("SECRET")).toBeVisible();
    expect(screen.getByRole("img", { name: "QR-код для приложения" })).toBeVisible();
    await userEvent.type(screen.getByLabelText("Код, который показало приложение"), "123456");
    expect(await screen.findByText("cccc-dddd")).toBeVisible();
    expect(enter).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Коды сохранены" }));
    expect(enter).toHaveBeenCalledWith(GRANT);
  });
});
