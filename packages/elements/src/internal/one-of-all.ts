/** The work that the pages of a browser share. */
export interface Shared<Hint> {
  /** Name of the lock and of the channel. */
  readonly name: string;
  /**
   * Starts the work that one page does for all; `tell` passes a hint to the others. Returns a function that ends it.
   */
  lead(tell: (hint: Hint) => void): () => void;
  /** Called with a hint of another page. */
  receive(hint: Hint): void;
  /** Whether this page leads, and its work is running: then it need not look. */
  isLive(): boolean;
  look(): void;
  /** Called when the page is visible again. */
  seen?(): void;
  /** Milliseconds between two looks. */
  readonly interval: number;
}

/**
 * Lets one page of a browser do something for all, such as holding a stream: over HTTP/1.1 a browser has six
 * connections to a server, and streams must leave room for everything else. The page that has the lock leads and passes
 * hints on; the others look at intervals, and one of them takes over when it ends. A hidden page neither leads nor
 * looks. Where there are no locks, as on a page that is not secure, every page looks. The returned function ends it.
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
