/** What the pages of a browser share. */
export interface Shared<Hint> {
  /** Name of the lock and of the channel. */
  readonly name: string;
  /** Begins what one page does for all; `tell` passes on what it hears. Returns how to end it. */
  lead(tell: (hint: Hint) => void): () => void;
  /** Another page told this. */
  receive(hint: Hint): void;
  /** Whether this page leads, and what it leads runs: then it need not look. */
  isLive(): boolean;
  look(): void;
  /** The page was hidden and is seen again. */
  seen?(): void;
  /** Milliseconds between two looks. */
  readonly interval: number;
}

/**
 * Lets one page of a browser do something for all, such as keeping a stream: over HTTP/1.1 a browser keeps six
 * connections to a server, and streams must leave room for everything else. The page that has the lock leads and passes
 * on what it hears; the others look from time to time, and one of them takes over when it ends. A hidden page neither
 * leads nor looks. Where there are no locks, as on a page that is not secure, everybody looks. The returned function
 * ends it.
 */
export function oneOfAll<Hint>({ name, lead, receive, isLive, look, seen, interval }: Shared<Hint>): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<Hint>) => receive(data);

  function begin(): () => void {
    const waiting = new AbortController();
    let leave: (() => void) | undefined;
    const turn = (): Promise<void> | undefined => {
      if (waiting.signal.aborted) return undefined;
      return new Promise((resolve) => {
        const close = lead((hint) => channel.postMessage(hint));
        leave = () => {
          close();
          resolve();
        };
      });
    };
    const looks = setInterval(() => isLive() || look(), interval);
    navigator.locks?.request(name, { signal: waiting.signal }, turn).catch(() => undefined);
    return () => {
      clearInterval(looks);
      waiting.abort();
      leave?.();
    };
  }

  let end: (() => void) | undefined;
  function turned(): void {
    if (document.hidden) {
      end?.();
      end = undefined;
    } else if (!end) {
      end = begin();
      seen?.();
    }
  }

  if (!document.hidden) end = begin();
  document.addEventListener('visibilitychange', turned);
  return () => {
    document.removeEventListener('visibilitychange', turned);
    end?.();
    channel.close();
  };
}
