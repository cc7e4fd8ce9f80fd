import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { burstsOf, emailPattern, type GuestVisit } from './bursts.ts';

const RULE = { least: 3, within: 10 };

/** `a5` is address a at 5; after a slash the e-mail. The booking is named like it. */
const visits = (text: string): GuestVisit[] =>
  text.split(' ').map((one) => {
    const [name = '', email = `${name}@gmail.com`] = one.split('/');
    return { bookingId: name, mark: name[0]!, email, at: instant(Number(name.slice(1))) };
  });
const summary = (text: string): string[] =>
  burstsOf(visits(text), RULE).map(
    ({ id, kind, visits: own }) => `${kind} ${id}: ${own.map(({ bookingId }) => bookingId).join(' ')}`,
  );

describe('a burst', () => {
  it.each<[string, string, string[]]>([
    [
      'is so many of one address within the time',
      'a0/x@gmail.com a5/y@gmail.com a10/z@gmail.com',
      ['address a0: a0 a5 a10'],
    ],
    ['is not fewer', 'a0/x@gmail.com a5/y@gmail.com b5/z@gmail.com', []],
    ['is not slower', 'a0/x@gmail.com a5/y@gmail.com a11/z@gmail.com', []],
    [
      'goes on for as long as it is dense',
      'a0/w@gmail.com a9/x@gmail.com a10/y@gmail.com a19/z@gmail.com',
      ['address a0: a0 a9 a10 a19'],
    ],
    [
      'is another after a pause',
      'a0/u@gmail.com a1/v@gmail.com a2/w@gmail.com a50/x@gmail.com a51/y@gmail.com a52/z@gmail.com',
      ['address a0: a0 a1 a2', 'address a50: a50 a51 a52'],
    ],
    [
      'leaves out who came alone',
      'a0/v@gmail.com a1/w@gmail.com a2/x@gmail.com a40/y@gmail.com',
      ['address a0: a0 a1 a2'],
    ],
    [
      'is of e-mails of one host, whatever the address',
      'a0/x@bad.example b1/y@bad.example c2/z@bad.example',
      ['email a0: a0 b1 c2'],
    ],
    [
      'is of e-mails that differ in numbers',
      'a0/bot1@gmail.com b1/bot22@gmail.com c2/bot.3+t@gmail.com',
      ['email a0: a0 b1 c2'],
    ],
    ['is not of a host where everybody is', 'a0/x@gmail.com b1/y@gmail.com c2/z@gmail.com', []],
    [
      'has each booking once, in the larger one',
      'a0/x@bad.example a1/y@bad.example a2/z@bad.example b3/w@bad.example',
      ['email a0: a0 a1 a2 b3'],
    ],
    ['does not hang on the order', 'a10/z@gmail.com a0/x@gmail.com a5/y@gmail.com', ['address a0: a0 a5 a10']],
  ])('finds a burst: %s', (_, text, expected) => expect(summary(text)).toEqual(expected));
});

it.each([
  ['Ana@Fit.example', '@fit.example'],
  ['ana.diaz84@gmail.com', 'ana#diaz#@gmail.com'],
  ['ana+x@yahoo.co.uk', 'ana@yahoo.co.uk'],
])('reduces %s to the pattern %s', (email, pattern) => expect(emailPattern(email)).toBe(pattern));
