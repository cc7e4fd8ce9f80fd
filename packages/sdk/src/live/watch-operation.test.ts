import { describe, expect, test } from 'vitest';
import { ForbiddenError } from '../errors/forbidden-error.ts';
import { handClock, settle } from '../../test/flows/world.ts';
import { createTransport, watchCalendar, watchSlots } from '../index.ts';
import type { CalendarEvent, LiveState } from '../index.ts';
import { fakeFetch } from '../testing/fake-fetch.ts';
import type { FakeAnswer } from '../testing/fake-fetch.ts';
import { problem } from '../testing/problem.ts';

/** Returns a stream that the test writes; `cancelled` is true once it has no reader any more. */
function stream() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const one = { cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void (one.cancelled = true),
  });
  const encoder = new TextEncoder();
  return Object.assign(one, {
    // A response can be read once, and `fakeFetch` clones a response that it is given.
    answer: (() => new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })) as FakeAnswer,
    write: async (text: string) => (controller.enqueue(encoder.encode(text)), turns()),
    end: async () => (controller.close(), turns()),
    fail: async () => (controller.error(new TypeError('terminated')), turns()),
  });
}

/** Waits for readers of streams, which take more turns than promises alone. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise((done) => setImmediate(done));
    await settle();
  }
}

const beat = (id: number) => `id: ${id}\nevent: beat\ndata: {}\n\n`;
const changed = (id: number, date: string) =>
  `id: ${id}\nevent: changed\ndata: {"kind":"booking","dates":["${date}"]}\n\n`;

async function given(
  answers: readonly [FakeAnswer, ...FakeAnswer[]],
  { lastEventId = '', session = () => 'token' as string | null } = {},
) {
  const fake = fakeFetch(...answers);
  const clock = handClock();
  const transport = createTransport({ baseUrl: 'https://book.example', session, fetch: fake.fetch, retries: 0 });
  const events: CalendarEvent[] = [];
  const states: LiveState[] = [];
  const refused: unknown[] = [];
  const stop = watchCalendar(
    transport,
    { coach: 'me', ...(lastEventId && { lastEventId }) },
    {
      onEvent: (event) => events.push(event),
      onState: (state) => states.push(state),
      onRefused: (error) => refused.push(error),
    },
    { timers: clock.timers, random: () => 0.5 },
  );
  await turns();
  const pass = async (milliseconds: number) => (await clock.pass(milliseconds), turns());
  const lastIds = () => fake.sent.map(({ headers }) => headers.get('Last-Event-ID'));
  return { ...fake, clock, events, states, refused, stop, pass, lastIds };
}

describe('a watched calendar', () => {
  test('reports each event, and that it is live', async () => {
    const server = stream();
    const { events, states, sent } = await given([server.answer]);
    expect(states).toEqual(['live']);
    await server.write(beat(1) + changed(2, '2026-04-14').slice(0, 20));
    await server.write(changed(2, '2026-04-14').slice(20) + 'id: 3\nevent: reset\ndata: {}\n\n');
    expect(events).toEqual([
      { type: 'changed', id: '2', kind: 'booking', dates: ['2026-04-14'] },
      { type: 'reset', id: '3' },
    ]);
    expect(sent[0]?.url.href).toBe('https://book.example/v1/coaches/me/calendar/stream');
    expect(sent[0]?.headers.get('Authorization')).toBe('Bearer token');
  });

  test('continues after the last event when the server ends the stream, and starts after the given event', async () => {
    const [first, second] = [stream(), stream()];
    const { events, states, pass, lastIds } = await given([first.answer, second.answer], { lastEventId: '5' });
    await first.write(changed(6, '2026-04-14') + beat(7));
    await first.end();
    expect(states).toEqual(['live', 'connecting']);
    await pass(500);
    await second.write(changed(8, '2026-04-15'));
    expect(lastIds()).toEqual(['5', '7']);
    expect(states).toEqual(['live', 'connecting', 'live']);
    expect(events.map(({ id }) => id)).toEqual(['6', '8']);
  });

  test('waits longer after each failure, reports that it is offline, and starts over once it is live', async () => {
    const server = stream();
    const down = new TypeError('fetch failed');
    const { states, sent, pass } = await given([down, down, down, server.answer]);
    await pass(499);
    expect(sent).toHaveLength(1);
    await pass(1);
    await pass(999);
    expect(sent).toHaveLength(2);
    await pass(1);
    await pass(2000);
    expect(states).toEqual(['offline', 'live']);
    await server.write(beat(1));
    await server.fail();
    await pass(500);
    expect(sent).toHaveLength(5);
  });

  test('treats a stream that ends before its first event as a failure', async () => {
    const empty = () => new Response('', { headers: { 'Content-Type': 'text/event-stream' } });
    const { states, sent, pass } = await given([empty]);
    await pass(500);
    await pass(999);
    expect(sent).toHaveLength(2);
    expect(states.at(-1)).toBe('offline');
  });

  test('treats a server without a beat for longer than two beats as gone', async () => {
    const [silent, next] = [stream(), stream()];
    const { pass, lastIds, states } = await given([silent.answer, next.answer]);
    await silent.write(beat(4));
    await pass(39_999);
    await silent.write(': still here\n');
    await pass(39_999);
    expect(silent.cancelled).toBe(false);
    await pass(1);
    await pass(500);
    expect(silent.cancelled).toBe(true);
    expect(lastIds()).toEqual([null, '4']);
    expect(states.at(-1)).toBe('live');
  });

  test('reconnects with another token when the first is refused', async () => {
    const server = stream();
    const tokens = ['old', 'new'];
    const { sent, states } = await given([problem('SESSION_EXPIRED'), server.answer], {
      session: () => tokens.shift() ?? 'new',
    });
    expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer old', 'Bearer new']);
    expect(states).toEqual(['live']);
  });

  test('waits as long as an overloaded server asks', async () => {
    const server = stream();
    const { sent, pass } = await given([problem('RATE_LIMITED', {}, { 'Retry-After': '30' }), server.answer]);
    await pass(29_999);
    expect(sent).toHaveLength(1);
    await pass(1);
    expect(sent).toHaveLength(2);
  });

  test('ends for good when it is refused, and reports why', async () => {
    const { refused, sent, pass, clock } = await given([problem('FORBIDDEN')]);
    expect(refused).toEqual([expect.any(ForbiddenError)]);
    await pass(100_000);
    expect(sent).toHaveLength(1);
    expect(clock.pending()).toBe(0);
  });

  test('tries once more before it reports that no person is signed in', async () => {
    const { refused, sent, pass } = await given([problem('SESSION_INVALID')], { session: () => null });
    expect(refused).toEqual([]);
    await pass(500);
    expect(sent).toHaveLength(2);
    expect(refused).toMatchObject([{ code: 'SESSION_INVALID' }]);
  });

  test('closes its connection when it is left, reports nothing more and leaves nothing running', async () => {
    const server = stream();
    const { events, states, stop, clock } = await given([server.answer]);
    await server.write(beat(1));
    stop();
    await turns();
    expect(server.cancelled).toBe(true);
    expect([events, states]).toEqual([[], ['live']]);
    expect(clock.pending()).toBe(0);
  });
});

test('ends a watch by its signal, and begins none with an aborted one', async () => {
  const server = stream();
  const fake = fakeFetch(server.answer);
  const transport = createTransport({
    baseUrl: 'https://book.example',
    publishableKey: 'pk_test_demo',
    fetch: fake.fetch,
  });
  const leaving = new AbortController();
  const events: unknown[] = [];
  const watch = () =>
    watchSlots(transport, { coach: 'coach-a' }, { onEvent: (event) => events.push(event), signal: leaving.signal });
  watch();
  await turns();
  await server.write('id: 1\nevent: slots\ndata: {"dates":["2026-04-14"]}\n\n');
  expect(events).toEqual([{ type: 'slots', id: '1', dates: ['2026-04-14'] }]);
  leaving.abort();
  watch();
  await turns();
  expect(server.cancelled).toBe(true);
  expect(fake.sent).toHaveLength(1);
});
