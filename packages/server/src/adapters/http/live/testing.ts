import { get, type IncomingMessage } from 'node:http';

/** A stream opened by a test. */
export interface OpenedStream {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Returns all that was received so far. */
  text(): string;
  /** Returns the events received so far, without heartbeats, as `name id data`. */
  events(): string[];
  /** Resolves when `count` events have been received. */
  until(count: number): Promise<string[]>;
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>;
  leave(): void;
}

const eventsIn = (text: string): string[] =>
  [...text.matchAll(/^id: (.*)\nevent: (.*)\ndata: (.*)\n\n/gm)]
    .filter(([, , name]) => name !== 'beat')
    .map(([, id, name, data]) => `${name} ${id} ${data}`);

/** Opens a stream over a connection of its own, as a browser does. */
export function openStream(url: string, headers: Record<string, string>): Promise<OpenedStream> {
  return new Promise((opened, failed) => {
    const request = get(url, { headers, agent: false }, (response) => {
      let text = '';
      let received = () => undefined as void;
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        received();
      });
      const ended = new Promise<void>((done) => response.once('close', done));
      // A stream that the test leaves ends with an error.
      response.on('error', () => undefined);
      opened({
        status: response.statusCode!,
        headers: response.headers,
        text: () => text,
        events: () => eventsIn(text),
        until: (count) =>
          new Promise((done) => {
            received = () => void (eventsIn(text).length >= count && done(eventsIn(text)));
            received();
          }),
        ended,
        leave: () => request.destroy(),
      });
    });
    request.once('error', failed);
  });
}
