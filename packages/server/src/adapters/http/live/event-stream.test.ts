import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import type { HttpResponse } from '../request-state.ts';
import { openEventStream } from './event-stream.ts';

/** Returns an answer that is never read. */
const unread = (): HttpResponse =>
  Object.assign(new ServerResponse(new IncomingMessage(new Socket())), {
    status: () => undefined,
  }) as unknown as HttpResponse;

it('cuts off a client that does not read before it costs much memory', () => {
  const response = unread();
  const stream = openEventStream(response, 'watchCalendar');
  const send = () =>
    stream.send({ type: 'hint', seq: 1, kind: 'booking', dates: Array.from({ length: 30 }, () => '2026-04-14') });
  for (let sent = 0; sent < 100; sent++) send();
  expect(response.destroyed).toBe(false);
  for (let sent = 0; sent < 200; sent++) send();
  expect(response.destroyed).toBe(true);
  expect(response.writableLength).toBeLessThan(70_000);
});
