/** Runs something later, in real time. */
export interface Timers {
  /** Answers how to call it off; calling it off late does nothing. */
  after(milliseconds: number, run: () => void): () => void;
}
