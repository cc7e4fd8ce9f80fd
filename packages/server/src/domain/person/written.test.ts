import { describe, expect, it } from 'vitest';
import { costOf } from '../../../test/limits/cost.ts';
import { cleanEmail, cleanName, cleanPhone, emailKeyOf, isPhone, phoneHas } from './written.ts';

describe('V02 a phone number', () => {
  it.each([
    ['(212) 555-0100', '(212) 555-0100'],
    [' +1 212 555 0100\u00a0', '+1 212 555 0100'],
    ['\u202a+1 (212) 555‑0100\u202c', '+1 (212) 555-0100'],
    ['+49 30 90 18–20', '+49 30 90 18-20'],
    ['tel:+12125550100', '+12125550100'],
    ['＋４９ ３０ ９０１８２０', '+49 30 901820'],
    ['٠٥٠١٢٣٤٥٦٧', '0501234567'],
    ['०९८७६५४३२१०', '09876543210'],
    ['(+1) 212.555.0100', '(+1) 212.555.0100'],
    ['212 555 0100 ext. 4', '212 555 0100 ext. 4'],
    ['+1 212 555 0100 x4', '+1 212 555 0100 x4'],
    ['+12125550100;ext=4', '+12125550100;ext=4'],
    ['+49 30 901820 Durchwahl 12', '+49 30 901820 Durchwahl 12'],
    ['+1 212 555 0100 #12', '+1 212 555 0100 #12'],
    ['12345', '12345'],
  ])('cleans a phone number as people write and paste it: %j', (typed, cleaned) => {
    expect(cleanPhone(typed)).toBe(cleaned);
    expect(isPhone(cleaned)).toBe(true);
  });

  it.each(['call me', '1234', '', '+', 'ext 12345', '212 555 0100 or 212 555 0101', 'room 12, 3rd floor'])(
    'rejects %j as a phone number',
    (typed) => expect(isPhone(cleanPhone(typed))).toBe(false),
  );

  it('examines a phone number in no time, however long', async () => {
    const texts = [`${'1'.repeat(60)}a`, `${'1 '.repeat(30)}(`, `${'1,'.repeat(30)}b`];
    expect(await costOf(50, () => texts.map(isPhone))).toBeLessThan(50);
  });
});

describe('R40 an e-mail address', () => {
  it.each([
    [' Ana@Example.COM ', 'Ana@Example.COM'],
    ['ana@example.com\u200b', 'ana@example.com'],
    ['\ufeffana\u00ad@example.com', 'ana@example.com'],
    ['mailto:ana@example.com', 'ana@example.com'],
    ['ana＠example.com', 'ana@example.com'],
    ['ana@Müller.example', 'ana@xn--mller-kva.example'],
    ['ana@mu\u0308ller.example', 'ana@xn--mller-kva.example'],
    ['ana@例え。jp', 'ana@xn--r8jz45g.jp'],
    ['ana', 'ana'],
    ['@example.com', '@example.com'],
    ['ana@ü b', 'ana@ü b'],
  ])('cleans the address %j to %j', (typed, cleaned) => {
    expect(cleanEmail(typed)).toBe(cleaned);
    expect(cleanEmail(cleaned)).toBe(cleaned);
  });

  it('makes one key of each way of writing an address', () => {
    const ways = ['ana@müller.example', 'ANA@MÜLLER.EXAMPLE', ' ana@xn--mller-kva.example\u200e'];
    expect(new Set(ways.map(emailKeyOf))).toEqual(new Set(['ana@xn--mller-kva.example']));
  });

  it.each(['ana@example.com', 'A.B+c@Sub.Example.org', "o'neil@1.2.3", 'a@xn--a.com', 'a@ex_ample.com', 'a@-a.com'])(
    'keeps the key under which it was stored until now: %j',
    (email) => expect(emailKeyOf(email)).toBe(email.trim().toLowerCase()),
  );
});

describe('M7 a phone number that is looked for', () => {
  it.each(['555-01', '(212) 555', '+1 212', '0212 555', '00 1 212', '٢١٢'])('finds a number by %j', (part) =>
    expect(phoneHas('+12125550100', part)).toBe(true),
  );
  it.each(['21', '+', '999', 'room 212', 'a212@b.c', ''])('finds no number by %j', (part) =>
    expect(phoneHas('+12125550100', part)).toBe(false),
  );
});

describe('R40 a name', () => {
  it.each([
    ['  Ana \u00a0 Diaz\t', 'Ana Diaz'],
    ['Ana\u202eDiaz', 'AnaDiaz'],
    ['Zoe\u0308', 'Zoë'],
    ['\u200b\u2060', ''],
    ['علی\u200cرضا', 'علی\u200cرضا'],
  ])('cleans the name %j to %j', (typed, cleaned) => expect(cleanName(typed)).toBe(cleaned));
});
