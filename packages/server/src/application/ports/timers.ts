/** Runs something later, in real time. */
export interface Timers {
  /** Returns how to cancel it; cancelling late does nothing. */
  after(milliseconds: number, run: () => void): () => void;
}
