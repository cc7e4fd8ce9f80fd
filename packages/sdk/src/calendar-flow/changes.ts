interface Change {
  readonly what: string;
  readonly patch: object;
  done: Promise<boolean>;
}

/**
 * The changes on the screen without an answer, by the id of the booking (or another name). Changes of one item are sent
 * one after the other, since each needs the version that the one before made. When one fails, those after it are
 * dropped with it: they were based on a state that did not occur.
 */
export class Changes {
  #queues = new Map<string, Change[]>();

  /** Returns the items with a change under way. */
  keys(): readonly string[] {
    return [...this.#queues.keys()];
  }

  has(key: string): boolean {
    return this.#queues.has(key);
  }

  /** Returns an item as the screen shows it. */
  patched<T>(key: string, thing: T): T {
    const queue = this.#queues.get(key);
    return queue ? queue.reduce((now, { patch }) => ({ ...now, ...patch }), thing) : thing;
  }

  /**
   * Adds a change and runs it in its turn. `run` calls `end` when the patch is no longer needed, and returns whether it
   * was done. `what` describes the change exactly: the same twice in a row (a double click) is one change.
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

  /** Drops all changes of one item. */
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
