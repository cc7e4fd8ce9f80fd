import { expect, it } from 'vitest';
import { messageValues } from './message-values.ts';
import { sampleData } from './sample-data.ts';
import { de } from './standard/de.ts';
import { en } from './standard/en.ts';

const answers = [
  { label: 'Goal?', value: 'Run' },
  { label: 'Days?', value: 'Mon, Fri' },
];
const valueIn = ({ words, language }: typeof en, more: object, audience: 'coach' | 'attendee' = 'coach') =>
  messageValues(
    { ...sampleData('confirmed', 'email', 'attendee'), ...more },
    { name: 'Fit' },
    { audience, channel: 'email', locale: language, words },
  )['answers'];

it('lists answers in one line, and says of those about health where they are', () => {
  expect(valueIn(en, { answers })).toBe('Goal? Run · Days? Mon, Fri');
  expect(valueIn(en, { answers, hasHealthAnswers: true })).toBe(
    'Goal? Run · Days? Mon, Fri · about health: see the booking',
  );
  expect(valueIn(de, { hasHealthAnswers: true })).toBe('zur Gesundheit: siehe Buchung');
});

it('has no answers to show where nothing was answered', () => expect(valueIn(en, {})).toBeUndefined());
