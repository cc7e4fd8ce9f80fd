import { describe, expect, it } from 'vitest';
import { originOf } from './origin.ts';

describe('an allowed origin', () => {
  it.each([
    ['https://fit.example', 'https://fit.example'],
    [' https://Fit.Example:443/ ', 'https://fit.example'],
    ['https://fit.example:8443', 'https://fit.example:8443'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:80', 'http://127.0.0.1'],
  ])('reads %s as the origin %s', (text, origin) => expect(originOf(text)).toEqual({ origin }));

  it.each([
    ['fit.example', 'such as'],
    ['', 'such as'],
    ['null', 'such as'],
    ['ftp://fit.example', 'https://'],
    ['javascript:alert(1)', 'https://'],
    ['http://fit.example', 'localhost'],
    ['http://localhost.evil.example', 'localhost'],
    ['https://*.fit.example', 'exact'],
    ['https://%2A.fit.example', 'exact'],
    ['https://%2a.fit.example', 'exact'],
    ['*', 'exact'],
    ['https://fit.example/book', 'path'],
    ['https://fit.example?x=1', 'path'],
    ['https://fit.example/#top', 'path'],
    ['https://fit.example\\', 'path'],
    ['https://ana:secret@fit.example', 'password'],
    ['https://fit.example.', 'dot'],
  ])('rejects %s as an origin', (text, word) =>
    expect(originOf(text)).toEqual({ problem: expect.stringContaining(word) }),
  );
});
