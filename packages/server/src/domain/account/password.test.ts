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
  ])('takes %s', (password) => expect(passwordProblem(password, ana)).toBeNull());

  it.each([
    ['kettles77', /12 characters/],
    ['ﬀﬀﬀﬀﬀ', /12 characters/],
    ['🦆🦆🦆🦆🦆🦆', /12 characters/],
    ['my diaz is great', /name or the e-mail/],
    ['AnaDiazAnaDiaz', /name or the e-mail/],
    ['ana.fit@example.com', /name or the e-mail/],
    ['at harbour-strength', /Harbour Strength/],
    ['HarbourStrength1', /Harbour Strength/],
  ])('refuses %s', (password, why) => expect(passwordProblem(password, ana)).toMatch(why));

  it('needs no partner', () =>
    expect(passwordProblem('harbour strength', { name: 'Bo', email: 'bo@fit.example' })).toBeNull());

  it('counts a letter and its accent as what they look like', () => expect(normalPassword('e\u0301')).toBe('é'));
});

describe('guessProblem', () => {
  it.each([
    [8.9, /easy to guess/],
    [9, null],
  ])('of 10^%d guesses', (guesses, why) =>
    why ? expect(guessProblem(guesses)).toMatch(why) : expect(guessProblem(guesses)).toBeNull(),
  );
});

it('knows of the owner whatever somebody would try', () => {
  expect(knownOf(ana)).toEqual(
    expect.arrayContaining(['Ana', 'Díaz', 'fit', 'example', 'Harbour', 'Ana Díaz', 'ana.fit@example.com']),
  );
});
