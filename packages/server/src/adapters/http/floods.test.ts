import { expect, it } from 'vitest';
import { createFloods } from './floods.ts';

it('S17 counts each address by the minute', () => {
  let clock = 0;
  const floods = createFloods({ most: 2, now: () => clock });
  expect([floods.take('a'), floods.isOver('a'), floods.take('a'), floods.isOver('a'), floods.take('a')]).toEqual([
    true,
    false,
    true,
    true,
    false,
  ]);
  expect([floods.take('b'), floods.isOver('c')]).toEqual([true, false]);
  clock = 60_000;
  expect([floods.isOver('a'), floods.take('a')]).toEqual([false, true]);
});

it('remembers a limited number of addresses, and drops the oldest', () => {
  const floods = createFloods({ most: 1, now: () => 0 });
  for (let i = 0; i <= 10_000; i++) floods.take(String(i));
  expect([floods.isOver('0'), floods.isOver('10000')]).toEqual([false, true]);
});
