/** Does work piece by piece in the order of its arrival: at once when nothing is in progress, else after that. */
export class Turns<T> {
  readonly #work: (piece: T) => Promise<void> | undefined;
  readonly #failed: () => void;
  readonly #waiting: T[] = [];
  #running: Promise<void> | undefined;

  /**
   * @param work begins a piece; its promise, if there is one, delays the next piece
   * @param failed called when a piece throws; the waiting pieces are dropped then
   */
  constructor(work: (piece: T) => Promise<void> | undefined, failed: () => void) {
    this.#work = work;
    this.#failed = failed;
  }

  take(piece: T): void {
    this.#waiting.push(piece);
    if (!this.#running) this.#next();
  }

  /** Resolves when nothing is in progress or waits. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #next(): void {
    try {
      while (this.#waiting.length > 0) {
        const running = this.#work(this.#waiting.shift() as T);
        if (!running) continue;
        this.#running = running.then(
          () => this.#ended(),
          () => this.#fail(),
        );
        return;
      }
    } catch {
      this.#fail();
    }
  }

  #ended(): void {
    this.#running = undefined;
    this.#next();
  }

  #fail(): void {
    this.#running = undefined;
    this.#waiting.length = 0;
    this.#failed();
  }
}
