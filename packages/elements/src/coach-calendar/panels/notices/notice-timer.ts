/** The time that a message about a finished act is shown, in ms; a message with an undo button is shown longer. */
const shownFor = { plain: 6_000, undoable: 10_000 } as const;

/** Calls back once after so many ms, unless the returned function is called before. Tests replace it. */
export const noticeClock = {
  after(ms: number, call: () => void): () => void {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Removes a message after a while, but never while it has the pointer or the focus. The returned function stops that.
 */
export function dismissAfter(element: HTMLElement, undoable: boolean, over: () => void): () => void {
  const ms = undoable ? shownFor.undoable : shownFor.plain;
  const on = { pointer: false, focus: false };
  let stop: (() => void) | undefined;
  const restart = () => {
    stop?.();
    stop = on.pointer || on.focus ? undefined : noticeClock.after(ms, over);
  };
  const listen = (type: keyof HTMLElementEventMap, what: keyof typeof on, is: boolean) =>
    element.addEventListener(type, () => {
      on[what] = is;
      restart();
    });
  listen('pointerenter', 'pointer', true);
  listen('pointerleave', 'pointer', false);
  listen('focusin', 'focus', true);
  listen('focusout', 'focus', false);
  restart();
  return () => stop?.();
}
