import { get, type IncomingMessage } from 'node:http';

/** A stream that a test reads. */
export interface OpenedStream {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** All that came so far. */
  text(): string;
  /** The events that came so far, but for beats, as `name id data`. */
  events(): string[];
  /** Resolves when so many events have come. */
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
      let heard = () => undefined as void;
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        heard();
      });
      const ended = new Promise<void>((done) => response.once('close', done));
      // One that is left by the test ends with an error.
      response.on('error', () => undefined);
      opened({
        status: response.statusCode!,
        headers: response.headers,
        text: () => text,
        events: () => eventsIn(text),
        until: (count) =>
          new Promise((done) => {
            heard = () => void (eventsIn(text).length >= count && done(eventsIn(text)));
            heard();
          }),
        ended,
        leave: () => request.destroy(),
      });
    });
    request.once('error', failed);
  });
}
