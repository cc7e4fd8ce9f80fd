import type { Delivery } from '../../../application/live/delivery.ts';
import type { WatchOperation } from '../../../application/live/watch-coach.ts';
import type { HttpResponse } from '../request-state.ts';

/**
 * Bytes that may wait for a client that reads slowly. Beyond, it is cut off: it comes back and is told that it missed
 * too much, or all of it.
 */
const MAX_BUFFERED_BYTES = 64 * 1024;
/** Milliseconds after which a browser comes back; another for each, so that they do not come all at once. */
const [RETRY, SPREAD] = [1000, 2000];

const frame = (seq: number, event: string, data: object): string =>
  `id: ${seq}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** A delivery as the contract writes it. Visitors are told which dates, and not why. */
const frameOf = (operation: WatchOperation, delivery: Exclude<Delivery, { type: 'end' }>): string => {
  if (delivery.type !== 'hint') return frame(delivery.seq, delivery.type, {});
  const { seq, kind, dates } = delivery;
  return operation === 'watchSlots' ? frame(seq, 'slots', { dates }) : frame(seq, 'changed', { kind, dates });
};

/** The body of a stream of events, of which every one is sent at once. */
export interface EventStream {
  send(delivery: Delivery): void;
}

/** Begins the answer. Nobody may keep it, gather it or compress it on its way. */
export function openEventStream(response: HttpResponse, operation: WatchOperation): EventStream {
  response.status(200);
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Accel-Buffering', 'no');
  response.write(`retry: ${RETRY + Math.floor(Math.random() * SPREAD)}\n\n`);
  return {
    send(delivery) {
      if (response.writableEnded || response.destroyed) return;
      if (delivery.type === 'end') response.end();
      else response.write(frameOf(operation, delivery));
      if (response.writableLength > MAX_BUFFERED_BYTES) response.destroy();
    },
  };
}
