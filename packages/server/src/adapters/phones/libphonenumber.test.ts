import { describe, expect, it } from 'vitest';
import { createPhones } from './libphonenumber.ts';

const { normalise } = createPhones();

describe('a phone number', () => {
  it.each([
    ['+1 212 555 0100', undefined, '+12125550100'],
    [' +1 (212) 555-0100 ', 'Europe/Berlin', '+12125550100'],
    ['+49 30 901820', 'America/New_York', '+4930901820'],
    ['0049 30 901820', undefined, '+4930901820'],
    ['0049 30 901820', 'America/New_York', '+4930901820'],
    ['(212) 555-0100', 'America/New_York', '+12125550100'],
    ['1 212 555 0100', 'America/Los_Angeles', '+12125550100'],
    ['030 901820', 'Europe/Berlin', '+4930901820'],
    ['98765 43210', 'Asia/Kolkata', '+919876543210'],
    ['98765 43210', 'Asia/Calcutta', '+919876543210'],
    ['01-4414000', 'Asia/Kathmandu', '+97714414000'],
    ['\u202a+1 212 555‑0100\u202c', undefined, '+12125550100'],
    ['٠٥٠ ١٢٣ ٤٥٦٧', 'Asia/Riyadh', '+966501234567'],
    ['06 6982 1234', 'Europe/Rome', '+390669821234'],
    ['04 23 456 789', 'Australia/Lord_Howe', '+61423456789'],
  ])('reads %s, with a coach in %s, as %s', (typed, near, expected) => expect(normalise(typed, near)).toBe(expected));

  it.each([
    ['(212) 555-0100', undefined],
    ['(212) 555-0100', 'UTC'],
    ['(212) 555-0100', 'Mars/Base'],
    ['06 6982 1234', 'America/New_York'],
    ['+977 1', undefined],
    ['+999 123 456 789', undefined],
    ['555-01', 'America/New_York'],
    ['ask my sister', 'America/New_York'],
    ['212 555 0100 ext. 5', 'America/New_York'],
    ['', undefined],
  ])('leaves %j, with a coach in %s, as it was typed', (typed, near) => expect(normalise(typed, near)).toBe(typed));

  it('reads a number again as itself', () =>
    expect(normalise(normalise('030 901820', 'Europe/Berlin'), 'Asia/Tokyo')).toBe('+4930901820'));
});
