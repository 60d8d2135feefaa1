/** What the test platform says of its one site. */
export const SITE_KEY = "site_test_key_1";

export const SETTINGS = {
  site_name: "Портал ИТ",
  locale: "ru",
  greeting: "Я помогу с сетью, программами, техникой и доступом.",
  agents: [
    { slug: "network", name: "Сеть" },
    { slug: "access", name: "Доступ и пароли" },
  ],
  examples: ["Не работает VPN", "Как сбросить пароль от почты?", "Принтер не печатает"],
  text_limit: 4_000,
  look: { accent: "#4f46e5", theme: "auto", side: "right", icon: "bubble", label: {}, logo: true },
  title: "",
  placeholder: "",
  /** @type {any} */
  hours: null,
  uploads: true,
};
