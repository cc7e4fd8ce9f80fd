import { expect, it } from 'vitest';
import { capsInForce, type GuestCapsSet } from './guest-caps.ts';

const server = { bookingsPerEmail: 3, bookingsPerAddress: 10, holdsPerAddress: 2 };

it.each<['live' | 'test', GuestCapsSet | undefined, (number | null)[]]>([
  ['live', undefined, [3, 10, 2]],
  ['live', { bookingsPerEmail: 5 }, [5, 10, 2]],
  ['live', { bookingsPerAddress: null }, [3, null, 2]],
  ['test', undefined, [null, null, null]],
  ['test', { bookingsPerEmail: 1 }, [1, null, null]],
])('R13 sets in %s mode with %j the caps %j', (mode, set, caps) => {
  expect(Object.values(capsInForce(mode, server, set))).toEqual(caps);
});
