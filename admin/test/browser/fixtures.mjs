import { ANNA, BORIS } from "./platform-auth.mjs";

const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

const VPN_ANSWER = `Ошибка **809** значит, что VPN-клиент не достучался до шлюза [1]. Чаще всего дело в домашнем роутере.

1. Выключите и включите роутер, подождите минуту.
2. Откройте «Параметры → Сеть → VPN» и удалите старое подключение.
3. Создайте его заново с адресом \`vpn.corp.example\` [2].

Если не поможет, проверьте, не закрыт ли порт \`UDP 500\`: инструкция на https://help.corp.example/vpn.`;

export const CITATIONS = [
  {
    n: 1,
    title: "Коды ошибок VPN",
    url: "https://help.corp.example/vpn/errors",
    quote: "809 — сервер не отвечает: UDP 500 и 4500 закрыты на пути.",
  },
  {
    n: 2,
    title: "Подключение к VPN из дома",
    url: null,
    quote: "Адрес сервера: vpn.corp.example, тип — IKEv2.",
  },
];

/** A desk on an ordinary day. */
export function ordinaryDay(desk) {
  const ids = {};
  ids.vpn = desk.add({
    visitor: "Мария Соколова",
    status: "waiting",
    agent: "network",
    waitingSince: minutesAgo(7),
    messages: [
      { sender: "visitor", text: "Здравствуйте! Не подключается VPN из дома, пишет ошибку 809", at: minutesAgo(12) },
      { sender: "agent", text: VPN_ANSWER, citations: CITATIONS, at: minutesAgo(11) },
      { sender: "visitor", text: "Роутер перезагрузила, подключение пересоздала. Та же ошибка", at: minutesAgo(9) },
      {
        sender: "agent",
        text: "Уточните, пожалуйста: вы подключаетесь через Wi‑Fi или по кабелю?",
        outcome: "clarified",
        trouble: "deadline",
        choices: ["Через Wi‑Fi", "По кабелю", "Через телефон"],
        at: minutesAgo(9),
      },
      { sender: "visitor", text: "Через вайфай. Позовите человека, у меня через час сдача отчёта", at: minutesAgo(7) },
      { sender: "system", text: "Позвали человека", outcome: "handed_off", trouble: "unreachable", at: minutesAgo(7) },
    ],
  });
  ids.printer = desk.add({
    visitor: "Игорь",
    status: "waiting",
    agent: "hardware",
    waitingSince: minutesAgo(1.2),
    messages: [
      { sender: "visitor", text: "принтер на 4 этаже жуёт бумагу, а мне печатать договор", at: minutesAgo(2) },
      { sender: "agent", text: "В базе знаний этого нет. Зову человека.", outcome: "handed_off", at: minutesAgo(1.2) },
    ],
  });
  ids.password = desk.add({
    visitor: "Светлана Ким",
    status: "operator",
    operator: ANNA,
    agent: "access",
    at: minutesAgo(4),
    messages: [
      { sender: "visitor", text: "Забыла пароль от почты", at: minutesAgo(8) },
      { sender: "operator", operator_name: ANNA.name, text: "Сбросила, временный пароль придёт в СМС.", at: minutesAgo(5) },
      { sender: "visitor", text: "Пришёл, спасибо! А как поменять на свой?", at: minutesAgo(4) },
    ],
  });
  ids.onec = desk.add({
    visitor: "Павел Орлов",
    status: "agent",
    agent: "applications",
    messages: [{ sender: "visitor", text: "Как в 1С выгрузить оборотку в Excel?", at: minutesAgo(1) }],
  });
  ids.phishing = desk.add({
    visitor: "Visitor 4821",
    status: "operator",
    operator: BORIS,
    agent: "security",
    messages: [
      { sender: "visitor", text: "Пришло письмо от «директора» с просьбой купить карты. Это фишинг?", at: minutesAgo(25) },
      { sender: "operator", operator_name: BORIS.name, text: "Да. Не отвечайте и перешлите его на spam@corp.example.", at: minutesAgo(21) },
    ],
  });
  ids.closed = desk.add({
    visitor: "Дмитрий",
    status: "closed",
    agent: "network",
    messages: [
      { sender: "visitor", text: "Не открывается портал", at: minutesAgo(60 * 26) },
      { sender: "agent", text: "Портал на обслуживании до 14:00 [1].", citations: [CITATIONS[0]], outcome: "quoted", at: minutesAgo(60 * 26) },
      { sender: "visitor", text: "понял", at: minutesAgo(60 * 26 - 2) },
    ],
  });
  return ids;
}
