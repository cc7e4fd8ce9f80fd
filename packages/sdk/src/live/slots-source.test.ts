import { expect, test } from 'vitest';
import { handClock } from '../../test/flows/world.ts';
import { openSlotsSource } from './slots-source.ts';
import type { EventSourceLike } from './slots-source.ts';

function given() {
  const clock = handClock();
  const opened: { url: string; readyState: number; closed: boolean; tell(type: string, data?: string): void }[] = [];
  const connect = (url: string): EventSourceLike => {
    const listeners = new Map<string, (event: { data?: string }) => void>();
    const source = {
      url,
      readyState: 1,
      closed: false,
      addEventListener: (type: string, listen: (event: { data?: string }) => void) => void listeners.set(type, listen),
      close: () => void (source.closed = true),
      tell: (type: string, data?: string) => listeners.get(type)?.({ ...(data !== undefined && { data }) }),
    };
    opened.push(source);
    return source;
  };
  const received: (readonly string[])[] = [];
  const place = { baseUrl: 'https://book.example/', publishableKey: 'pk_test_demo', coach: 'coach-a' };
  const stop = openSlotsSource({ ...place, connect, timers: clock.timers, random: () => 0.5 }, (dates) =>
    received.push(dates),
  );
  return { clock, opened, received, stop };
}

test('reports which dates changed, or that any may have', () => {
  const { opened, received } = given();
  expect(opened[0]!.url).toBe('https://book.example/v1/coaches/coach-a/slots/stream?key=pk_test_demo');
  opened[0]!.tell('open');
  opened[0]!.tell('slots', '{"dates":["2026-04-14"]}');
  opened[0]!.tell('reset', '{}');
  opened[0]!.tell('beat', '{}');
  expect(received).toEqual([['2026-04-14'], []]);
});

test('leaves a source to the browser that the browser opens again', async () => {
  const { opened, clock } = given();
  opened[0]!.readyState = 0;
  opened[0]!.tell('error');
  await clock.pass(600_000);
  expect(opened).toHaveLength(1);
});

test('opens a refused source again later, with longer and longer waits, and counts all as missed', async () => {
  const { opened, received, clock } = given();
  const refuse = () => {
    opened.at(-1)!.readyState = 2;
    opened.at(-1)!.tell('error');
  };
  refuse();
  await clock.pass(10_000);
  expect(opened).toHaveLength(2);
  refuse();
  await clock.pass(19_999);
  expect(opened).toHaveLength(2);
  await clock.pass(1);
  opened[2]!.tell('open');
  expect(received).toEqual([[]]);
});

test('closes an ended source, and does not open it again', async () => {
  const { opened, clock, stop } = given();
  opened[0]!.readyState = 2;
  opened[0]!.tell('error');
  stop();
  await clock.pass(600_000);
  expect(opened).toHaveLength(1);
  expect(opened[0]!.closed).toBe(true);
});

test('F10 follows nothing without an EventSource, and fails nothing', () => {
  const place = { baseUrl: 'https://book.example', publishableKey: 'pk_test_demo', coach: 'coach-a' };
  expect(openSlotsSource(place, () => expect.unreachable())()).toBeUndefined();
});
