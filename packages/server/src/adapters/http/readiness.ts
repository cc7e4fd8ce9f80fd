export type Checks = Readonly<Record<string, string>>;

export interface ReadinessParts {
  /** Asks the store; answers within 2 seconds. */
  readonly store: () => Promise<Record<string, string>>;
  /**
   * Why this process takes no requests, whatever the store says, such as `{ server: 'stopping' }`; empty when it does.
   */
  readonly self: () => Checks;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

/** Milliseconds for which an answer of the store is good for everybody: anybody may ask, and to ask is a write. */
const MAX_AGE = 1000;

/**
 * What `/readyz` looks at. The store is asked once for what is asked at the same time or shortly after; the process
 * itself each time.
 */
export function createReadiness({
  store,
  self,
  now = () => performance.now(),
}: ReadinessParts): () => Promise<Record<string, string>> {
  let asked: { readonly at: number; readonly answer: Promise<Record<string, string>> } | undefined;
  return async () => {
    if (!asked || now() - asked.at >= MAX_AGE) asked = { at: now(), answer: store() };
    return { ...(await asked.answer), ...self() };
  };
}
