/** How long a message about something done is shown, in ms; with a way to take it back it stays longer. */
const shownFor = { plain: 6_000, undoable: 10_000 } as const;

/** Calls back once after so many ms, unless its answer is called before. Tests put their own in its place. */
export const noticeClock = {
  after(ms: number, call: () => void): () => void {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

const looks = ['pointerenter', 'pointerleave', 'focusin', 'focusout'] as const;

/** Takes a message away after a while, but never while the pointer or the keyboard is on it. */
export class NoticeTimer {
  readonly #ms: number;
  readonly #over: () => void;
  #stop: (() => void) | undefined;
  #element: Element | undefined;
  #pointed = false;
  #focused = false;

  constructor(undoable: boolean, over: () => void) {
    this.#ms = undoable ? shownFor.undoable : shownFor.plain;
    this.#over = over;
  }

  /** For `ref`: begins when the message is drawn, ends when it goes. */
  readonly attach = (element: Element | undefined): void => {
    for (const type of looks) {
      this.#element?.removeEventListener(type, this.#look);
      element?.addEventListener(type, this.#look);
    }
    this.#element = element;
    this.#pointed = this.#focused = false;
    this.#restart();
  };

  readonly #look = ({ type }: Event): void => {
    if (type.startsWith('pointer')) this.#pointed = type === 'pointerenter';
    else this.#focused = type === 'focusin';
    this.#restart();
  };

  #restart(): void {
    this.#stop?.();
    this.#stop = this.#element && !this.#pointed && !this.#focused ? noticeClock.after(this.#ms, this.#over) : undefined;
  }
}
