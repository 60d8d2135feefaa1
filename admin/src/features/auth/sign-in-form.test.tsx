import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { ApiError } from "@/lib/api-error";
import { renderConsole } from "../../../test/unit/render";
import { SignInForm } from "./sign-in-form";

const onChallenge = vi.fn();

describe("the sign-in form", () => {
  it("says what is missing, beside the field, and goes there", async () => {
    const signIn = vi.fn(() => Promise.resolve(null));
    renderConsole(<SignInForm onChallenge={onChallenge} />, { signIn });
    await userEvent.type(screen.getByLabelText("Почта"), "анна");
    await userEvent.click(screen.getByRole("button", { name: "Войти" }));
    expect(screen.getByLabelText("Почта")).toHaveFocus();
    expect(screen.getByLabelText("Почта")).toHaveAccessibleDescription(
      "Это не похоже на адрес почты.",
    );
    expect(signIn).not.toHaveBeenCalled();
  });

  it("tells a refusal as a sentence, with the wait", async () => {
    const signIn = vi.fn(() =>
      Promise.reject(new ApiError({ code: "rate_limited", retryable: true, retry_after: 21 })),
    );
    renderConsole(<SignInForm onChallenge={onChallenge} />, { signIn });
    await userEvent.type(screen.getByLabelText("Почта"), " anna@example.test ");
    await userEvent.type(screen.getByLabelText("Пароль"), "secret{Enter}");
    expect(await screen.findByRole("alert")).toHaveTextContent(
      "Слишком много попыток за короткое время. Повторите через 21 секунду.",
    );
    expect(signIn).toHaveBeenCalledWith({ email: "anna@example.test", password: "secret" });
  });

  it("goes on to the second step where there is one", async () => {
    const challenge = { ticket: "t", setup_required: false, expires_in: 600 };
    renderConsole(<SignInForm onChallenge={onChallenge} />, { signIn: () => Promise.resolve(challenge) });
    await userEvent.type(screen.getByLabelText("Почта"), "anna@example.test");
    await userEvent.type(screen.getByLabelText("Пароль"), "secret{Enter}");
    await waitFor(() => expect(onChallenge).toHaveBeenCalledWith(challenge));
  });
});
