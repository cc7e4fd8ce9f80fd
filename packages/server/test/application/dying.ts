/** The end of a process, in tests. */
export class Killed extends Error {}

/** Returns a function that throws `Killed` from its nth call on. */
export function killerAt(step: number): () => void {
  let steps = 0;
  return () => {
    if (++steps >= step) throw new Killed();
  };
}

/** Returns a port whose named writes call `stepOn` before and after they are done. */
export function dying<T extends object>(port: T, writes: readonly string[], stepOn: () => void): T {
  return new Proxy(port, {
    get: (target, method) => {
      const original: unknown = Reflect.get(target, method);
      if (typeof original !== 'function' || !writes.includes(String(method))) return original;
      return async (...args: unknown[]): Promise<unknown> => {
        stepOn();
        const answer: unknown = await Reflect.apply(original, target, args);
        stepOn();
        return answer;
      };
    },
  });
}
