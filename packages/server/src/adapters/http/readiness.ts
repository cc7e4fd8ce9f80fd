export type Checks = Readonly<Record<string, string>>;

export interface ReadinessParts {
  /** Checks the store; resolves within 2 seconds. */
  readonly store: () => Promise<Record<string, string>>;
  /**
   * Returns why this process accepts no requests, whatever the store's state, such as `{ server: 'stopping' }`; empty
   * when it does.
   */
  readonly self: () => Checks;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
}

/** Milliseconds for which a check of the store is reused for all: the route is open, and a check is a write. */
const MAX_AGE = 1000;

/**
 * Creates the checks of `/readyz`. The store is checked once for concurrent requests and those shortly after; the
 * process itself each time.
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
