"""Hears every word of an agent that appears on a screen, were it for a single frame."""

from typing import cast

from playwright.sync_api import Page

_LISTEN = """() => {
  const agent = '[data-otvet="message"][data-sender="agent"], '
    + '[data-testid="message"][data-sender="agent"], [data-testid="generation"]';
  const root = document.querySelector('otvet-widget')?.shadowRoot ?? document.body;
  window.agentWords = [];
  const hear = (node) => {
    const element = node instanceof Element ? node : node.parentElement;
    const spoken = [element?.closest(agent), ...(element?.querySelectorAll(agent) ?? [])];
    for (const one of spoken) if (one?.textContent) window.agentWords.push(one.textContent);
  };
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === 'characterData') hear(change.target);
      for (const node of change.addedNodes) hear(node);
    }
  }).observe(root, { subtree: true, childList: true, characterData: true });
}"""


class AgentWords:
    """Listens on a page from now on."""

    def __init__(self, page: Page) -> None:
        self._page = page
        page.evaluate(_LISTEN)

    def spoken(self) -> list[str]:
        """Return what agents have said since."""
        return cast("list[str]", self._page.evaluate("window.agentWords"))
