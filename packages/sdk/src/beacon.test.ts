import { expect, test } from 'vitest';
import { createHoldBeacon } from './beacon.ts';

test.each([true, false])(
  'sends a message that needs no preflight, and returns whether the browser took it: %s',
  (taken) => {
    const sent: [string, string][] = [];
    const beacon = createHoldBeacon(
      { publishableKey: 'pk_test_demo', baseUrl: 'https://book.example/' },
      (...message) => {
        sent.push(message);
        return taken;
      },
    );
    expect(beacon({ id: '665f00000000000000000041', holdToken: 'proof' })).toBe(taken);
    expect(sent).toEqual([
      ['https://book.example/v1/holds/665f00000000000000000041/release?key=pk_test_demo', '{"holdToken":"proof"}'],
    ]);
  },
);
