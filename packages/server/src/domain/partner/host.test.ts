import { describe, expect, it } from 'vitest';
import { hostOf } from './host.ts';

describe('a host', () => {
  it.each([
    ['book.fit.example', 'book.fit.example'],
    [' Book.Fit.example:443 ', 'book.fit.example'],
    ['localhost:4010', 'localhost:4010'],
    ['bücher.example', 'xn--bcher-kva.example'],
  ])('stores %s as the host %s', (text, host) => expect(hostOf(text)).toEqual({ host }));

  it.each([
    ['https://fit.example', 'without https://'],
    ['fit.example/calendar', 'without a path'],
    ['*.fit.example', 'without *'],
    ['user@fit.example', 'such as'],
    ['fit example', 'such as'],
    ['fit.example.', 'dot'],
    ['', 'such as'],
  ])('rejects %s as a host, with a sentence that says why', (text, reason) =>
    expect(hostOf(text)).toEqual({ problem: expect.stringContaining(reason) as string }),
  );
});
