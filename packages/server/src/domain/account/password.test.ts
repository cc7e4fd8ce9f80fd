import { describe, expect, it } from 'vitest';
import { guessProblem, knownOf, normalPassword, passwordProblem } from './password.ts';

const ana = { name: 'Ana Díaz', email: 'ana.fit@example.com', partner: 'Harbour Strength' };

describe('passwordProblem', () => {
  it.each([
    ['seven green kettles'],
    ['correct horse battery'],
    ['zwölf weiße Bänke'],
    ['strength of harbours'],
    ['密码密码密码密码密码密码'],
  ])('accepts %s', (password) => expect(passwordProblem(password, ana)).toBeNull());

  it.each([
    ['kettles77', /12 characters/],
    ['ﬀﬀﬀﬀﬀ', /12 characters/],
    ['🦆🦆🦆🦆🦆🦆', /12 characters/],
    ['my diaz is great', /name or the e-mail/],
    ['AnaDiazAnaDiaz', /name or the e-mail/],
    ['ana.fit@example.com', /name or the e-mail/],
    ['at harbour-strength', /Harbour Strength/],
    ['HarbourStrength1', /Harbour Strength/],
  ])('refuses %s', (password, reason) => expect(passwordProblem(password, ana)).toMatch(reason));

  it('needs no partner', () =>
    expect(passwordProblem('harbour strength', { name: 'Bo', email: 'bo@fit.example' })).toBeNull());

  it('treats a letter and its accent as alike', () => expect(normalPassword('e\u0301')).toBe('é'));
});

describe('guessProblem', () => {
  it.each([
    [8.9, /easy to guess/],
    [9, null],
  ])('rates a password of 10^%d guesses', (guesses, reason) =>
    reason ? expect(guessProblem(guesses)).toMatch(reason) : expect(guessProblem(guesses)).toBeNull(),
  );
});

it('returns everything that an attacker would try', () => {
  expect(knownOf(ana)).toEqual(
    expect.arrayContaining(['Ana', 'Díaz', 'fit', 'example', 'Harbour', 'Ana Díaz', 'ana.fit@example.com']),
  );
});
