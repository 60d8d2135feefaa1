const MARK = /^\(\d+\+?\) /;
const MOST = 99;

export interface Badge {
  add: () => void;
  clear: () => void;
  stop: () => void;
}

/** What has come since the tab was last looked at, before its title, whatever that becomes. */
export function createBadge(): Badge {
  let count = 0;

  function show(): void {
    const plain = document.title.replace(MARK, "");
    const wanted = count === 0 ? plain : `(${count > MOST ? `${String(MOST)}+` : String(count)}) ${plain}`;
    if (document.title !== wanted) document.title = wanted;
  }

  // A route that is gone to writes the title anew.
  const observer = new MutationObserver(() => {
    if (count > 0) show();
  });
  observer.observe(document.head, { subtree: true, childList: true, characterData: true });

  return {
    add() {
      count += 1;
      show();
    },
    clear() {
      count = 0;
      show();
    },
    stop() {
      count = 0;
      show();
      observer.disconnect();
    },
  };
}
