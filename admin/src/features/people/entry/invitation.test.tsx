import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useNavigate } from "react-router";
import { useEffect } from "react";
import type { InvitationView } from "@/wire/schema";
import { renderConsole } from "../../../../test/unit/render";
import { Invitation } from "./invitation";

const VIEW: InvitationView = {
  email: "vera@x.example",
  role: "supervisor",
  locale: "ru",
  sites: ["Банк", "Магазин"],
  invited_by: "Анна",
  has_account: false,
  expires_at: "2026-12-03T09:00:00Z",
};
const GRANT = { access_token: "t", expires_in: 900, operator: { id: "o" } };
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** Comes by a link whose token stands behind the `#`. */
function Arrive({ hash }: { hash: string }) {
  const navigate = useNavigate();
  useEffect(() => void navigate(`/invitation${hash}`, { replace: true }), [hash, navigate]);
  return <Invitation />;
}

function show(view: InvitationView | null, hash = "#token") {
  const sent: [string, unknown][] = [];
  vi.stubGlobal("fetch", (input: string, init: RequestInit) => {
    const path = input.replace("/api/v1/auth/", "");
    sent.push([path, JSON.parse(init.body as string)]);
    if (path === "invitation/accept") return Promise.resolve(json(GRANT));
    const gone = { code: "link_invalid", message: "", retryable: false, request_id: "r" };
    return Promise.resolve(view ? json(view) : json(gone, 404));
  });
  const enter = vi.fn();
  renderConsole(<Arrive hash={hash} />, { enter });
  return { sent, enter };
}

describe("an invitation", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("says who invites whom to what, and lets in with a name and a password", async () => {
    const { sent, enter } = show(VIEW);
    expect(await screen.findByText("vera@x.example")).toBeVisible();
    expect(screen.getByText("Старший оператор")).toBeVisible();
    expect(screen.getByText("Банк, Магазин")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Принять приглашение" }));
    expect(screen.getByText("Введите имя.")).toBeVisible();
    expect(screen.getByText("В пароле должно быть от 12 до 128 знаков.")).toBeVisible();
    await userEvent.type(screen.getByLabelText("Как вас зовут"), " Вера ");
    await userEvent.type(screen.getByLabelText("Новый пароль"), "kolibri-auf-dem-Dach{Enter}");
    await waitFor(() => expect(enter).toHaveBeenCalledWith(GRANT));
    expect(sent[0]).toEqual(["invitation", { token: "token" }]);
    // It may be looked at again meanwhile, and is accepted once.
    expect(sent.filter(([path]) => path === "invitation/accept")).toEqual([
      ["invitation/accept", { token: "token", name: "Вера", password: "kolibri-auf-dem-Dach", locale: "ru" }],
    ]);
  });

  it("asks those who have an account for its password alone", async () => {
    const { sent } = show({ ...VIEW, has_account: true });
    expect(await screen.findByText(/У вас уже есть учётная запись/)).toBeVisible();
    expect(screen.queryByLabelText("Как вас зовут")).toBeNull();
    expect(screen.queryByText("Старший оператор")).toBeNull();
    await userEvent.type(screen.getByLabelText("Ваш пароль"), "old{Enter}");
    await waitFor(() => expect(sent).toHaveLength(2));
  });

  it("that is worthless, or names no token, says what to do", async () => {
    show(null);
    expect(await screen.findByRole("alert")).toHaveTextContent(/Ссылка не действует.*Попросите администратора/);
    expect(screen.getByRole("link", { name: "Ко входу" })).toHaveAttribute("href", "/sign-in");
  });

  it("asks the server nothing without a token", () => {
    const { sent } = show(VIEW, "");
    expect(screen.getByRole("alert")).toHaveTextContent("Ссылка не действует");
    expect(sent).toEqual([]);
  });
});
