import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@coach-booking/time/dates';
import type { PlainDate } from '@coach-booking/time/plain-date';
import { ageAt, emptyProfile, isBirthDate, mergeProfile, type Profile, type ProfilePatch } from './profile.ts';

const full: Profile = {
  dateOfBirth: '1991-06-02',
  gender: 'female',
  heightCm: 168,
  weightKg: 64.5,
  gymAccess: 'gym',
  measurements: { waist: 74 },
  goals: ['First pull-up'],
  dietaryRestrictions: ['Vegetarian'],
  healthComplications: [],
  injuries: ['Left knee'],
};

describe('a change of a profile', () => {
  it('keeps what it does not name', () => {
    expect(mergeProfile(full, {})).toEqual(full);
    expect(mergeProfile(full, { weightKg: 63 })).toEqual({ ...full, weightKg: 63 });
  });

  it('takes a single value out by null', () => {
    const { gender, heightCm, ...rest } = full;
    expect(mergeProfile(full, { gender: null, heightCm: null })).toEqual(rest);
    expect([gender, heightCm]).toEqual(['female', 168]);
  });

  it('replaces lists and measurements whole', () => {
    expect(mergeProfile(full, { measurements: { hips: 98 }, injuries: [], goals: ['Run 5 km', 'Sleep'] })).toEqual({
      ...full,
      measurements: { hips: 98 },
      injuries: [],
      goals: ['Run 5 km', 'Sleep'],
    });
  });

  it('leaves no empty notes, no spaces around them and none twice', () => {
    expect(mergeProfile(emptyProfile, { injuries: [' Left knee', '', '  ', 'Left knee', 'Back '] }).injuries).toEqual([
      'Left knee',
      'Back',
    ]);
  });

  it('makes the same profile when it is made twice, and shares nothing with what it was made of', () => {
    const number = fc.double({ min: 20, max: 400, noNaN: true });
    const notes = fc.array(fc.string({ maxLength: 12 }), { maxLength: 4 });
    const patches: fc.Arbitrary<ProfilePatch> = fc.record(
      {
        heightCm: fc.option(number),
        weightKg: fc.option(number),
        gymAccess: fc.option(fc.constantFrom('none', 'home', 'gym', 'gym_and_home')),
        measurements: fc.dictionary(fc.constantFrom('waist', 'hips', 'chest'), number),
        goals: notes,
        injuries: notes,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(patches, patches, (first, second) => {
        const once = mergeProfile(mergeProfile(emptyProfile, first), second);
        expect(mergeProfile(once, second)).toEqual(once);
        expect(once.measurements).not.toBe(second.measurements ?? first.measurements ?? emptyProfile.measurements);
      }),
    );
  });
});

describe('an age', () => {
  it.each<[PlainDate, PlainDate, number]>([
    ['1991-06-02', '2026-06-01', 34],
    ['1991-06-02', '2026-06-02', 35],
    ['2000-02-29', '2025-02-28', 24],
    ['2000-02-29', '2025-03-01', 25],
    ['2000-02-29', '2024-02-29', 24],
    ['2026-04-14', '2026-04-14', 0],
  ])('finds the age of a person born on %s on %s: %i', (born, date, years) => expect(ageAt(born, date)).toBe(years));

  it('grows by one a year and never falls', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 800 }), (lived, days) => {
        const date = addDays('1900-01-31', lived);
        const grown = ageAt('1900-01-31', addDays(date, days)) - ageAt('1900-01-31', date);
        expect(grown).toBeGreaterThanOrEqual(Math.floor(days / 366));
        expect(grown).toBeLessThanOrEqual(Math.ceil(days / 365));
      }),
    );
  });
});

it.each([
  ['1991-06-02', true],
  ['2026-04-14', true],
  ['2026-04-15', false],
  ['1895-04-14', false],
  ['1896-04-14', true],
  ['1991-02-30', false],
  ['yesterday', false],
])('accepts %s as a date of birth on 14 April 2026: %s', (text, expected) =>
  expect(isBirthDate(text, '2026-04-14')).toBe(expected),
);
