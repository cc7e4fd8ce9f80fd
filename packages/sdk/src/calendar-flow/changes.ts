interface Change {
  readonly what: string;
  readonly patch: object;
  done: Promise<boolean>;
}

/**
 * What was changed on the screen and is not yet answered, by the id of the booking (or another name). Changes of one
 * thing are sent one after the other, since each needs the version that the one before made. When one fails, those
 * after it are dropped with it: they were decided on a state that did not come about.
 */
export class Changes {
  #queues = new Map<string, Change[]>();

  /** Returns the things with a change under way. */
  keys(): readonly string[] {
    return [...this.#queues.keys()];
  }

  has(key: string): boolean {
    return this.#queues.has(key);
  }

  /** Returns a thing as the screen shows it. */
  patched<T>(key: string, thing: T): T {
    const queue = this.#queues.get(key);
    return queue ? queue.reduce((now, { patch }) => ({ ...now, ...patch }), thing) : thing;
  }

  /**
   * Takes a change up at once and runs it in its turn. `run` calls `end` when the patch is not needed any
   * more, and returns whether it was done. `what` is exactly what is wanted: the very same twice in a row (a double
   * click) is one change.
   */
  add(key: string, what: string, patch: object, run: (end: () => void) => Promise<boolean>): Promise<boolean> {
    const queue = this.#queues.get(key) ?? [];
    const last = queue.at(-1);
    if (last?.what === what) return last.done;
    this.#queues.set(key, queue);
    const change: Change = { what, patch, done: Promise.resolve(false) };
    const go = async () => queue.includes(change) && run(() => this.#end(key, queue, change));
    queue.push(change);
    change.done = last ? last.done.then(go) : go();
    return change.done;
  }

  /** Gives up everything that is wanted of one thing. */
  drop(key: string): void {
    this.#queues.get(key)?.splice(0);
    this.#queues.delete(key);
  }

  #end(key: string, queue: Change[], change: Change): void {
    const at = queue.indexOf(change);
    if (at < 0) return;
    queue.splice(at, 1);
    if (queue.length === 0) this.#queues.delete(key);
  }
}
