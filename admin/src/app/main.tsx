import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { initialLocale, loadLocale } from "@/lib/i18n/i18n";
import "./app.css";
import { Root } from "./root";
import { preloadInbox } from "./router";
import { createConsole } from "./services";

const element = document.getElementById("root");
if (!element) throw new Error("#root is missing");

const made = createConsole();
void made.session.start();
if (!/\/(sign-in|invitation|new-password)$/.test(location.pathname)) preloadInbox();

const locale = await loadLocale(initialLocale());
document.documentElement.lang = locale.locale;

createRoot(element).render(
  <StrictMode>
    <Root console={made} locale={locale} />
  </StrictMode>,
);
