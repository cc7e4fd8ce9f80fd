/** The time that a message about something done is shown, in ms; with a way to take it back it stays longer. */
const shownFor = { plain: 6_000, undoable: 10_000 } as const;

/** Calls back once after so many ms, unless its answer is called before. Tests put their own in its place. */
export const noticeClock = {
  after(ms: number, call: () => void): () => void {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** Takes a message away after a while, but never while the pointer or the keyboard is on it. Answers what ends that. */
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
