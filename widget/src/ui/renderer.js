/**
 * One write to the DOM a frame, however many events came. A hidden tab has no frames: there a
 * timer sees to it that the unread count and the reading aloud go on.
 *
 * @param {AbortSignal} signal
 * @param {() => void} draw
 */
export function createRenderer(signal, draw) {
  let requested = false;

  function run() {
    if (!requested || signal.aborted) return;
    requested = false;
    draw();
  }

  return {
    request() {
      if (requested) return;
      requested = true;
      if (document.hidden) setTimeout(run, 250);
      else requestAnimationFrame(run);
    },
  };
}
