import type { Delivery } from '../../../application/live/delivery.ts';
import type { WatchOperation } from '../../../application/live/watch-coach.ts';
import type { HttpResponse } from '../request-state.ts';

/**
 * Bytes that may be buffered for a slow client. Beyond, the connection is cut: the client reconnects and receives what
 * it missed, or a reset.
 */
const MAX_BUFFERED_BYTES = 64 * 1024;
/** Milliseconds after which a browser reconnects; spread, so that clients do not reconnect all at once. */
const [RETRY, SPREAD] = [1000, 2000];

const frame = (seq: number, event: string, data: object): string =>
  `id: ${seq}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** Returns a delivery as the contract writes it. Visitors receive the dates, and not the reason. */
const frameOf = (operation: WatchOperation, delivery: Exclude<Delivery, { type: 'end' }>): string => {
  if (delivery.type !== 'hint') return frame(delivery.seq, delivery.type, {});
  const { seq, kind, dates } = delivery;
  return operation === 'watchSlots' ? frame(seq, 'slots', { dates }) : frame(seq, 'changed', { kind, dates });
};

/** The body of a stream of events, each of which is sent at once. */
export interface EventStream {
  send(delivery: Delivery): void;
}

/** Begins the answer. No proxy may cache, buffer or compress it. */
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
