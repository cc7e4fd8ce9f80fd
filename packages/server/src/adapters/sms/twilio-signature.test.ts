import fc from 'fast-check';
import twilio from 'twilio';
import { expect, it } from 'vitest';
import { isTwilioSignature, twilioSignature } from './twilio-signature.ts';

const TOKEN = 'b2'.repeat(16);
const URL = 'https://book.fit.example/hooks/twilio/x?message=b1%3Areminder%3Asms%3Aattendee';
const FIELDS = [
  ['To', '+15005550006'],
  ['From', '+12125550100'],
  ['Body', 'STOP – bitte & danke=1'],
] as const;

it('makes the signature that Twilio’s own library expects', () => {
  const signature = twilio.getExpectedTwilioSignature(TOKEN, URL, Object.fromEntries(FIELDS));
  expect(twilioSignature(TOKEN, URL, FIELDS)).toBe(signature);
  expect(isTwilioSignature(signature, TOKEN, URL, FIELDS)).toBe(true);
  expect(twilio.validateRequest(TOKEN, twilioSignature(TOKEN, URL, FIELDS), URL, Object.fromEntries(FIELDS))).toBe(
    true,
  );
});

it('makes the same signature whatever is in the form, also for names that come twice', () => {
  const names = fc.constantFrom('To', 'From', 'Body', 'a', 'B', 'ä', 'MediaUrl0', 'To2');
  const forms = fc.dictionary(
    names,
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.string(), { minLength: 1 })),
  );
  fc.assert(
    fc.property(forms, (form) => {
      const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
      expect(twilioSignature(TOKEN, URL, fields)).toBe(twilio.getExpectedTwilioSignature(TOKEN, URL, form));
    }),
  );
});

it.each([
  ['another token', [TOKEN.replace('b', 'c'), URL, FIELDS]],
  ['another URL', [TOKEN, `${URL}2`, FIELDS]],
  ['another form', [TOKEN, URL, [...FIELDS.slice(1), ['To', '+15005550007']]]],
] as const)('makes another signature of %s', (_what, [token, url, fields]) => {
  expect(isTwilioSignature(twilioSignature(TOKEN, URL, FIELDS), token, url, fields)).toBe(false);
});

it.each(['', 'x', 'ä'.repeat(28)])('rejects %j as a signature', (given) => {
  expect(isTwilioSignature(given, TOKEN, URL, FIELDS)).toBe(false);
});
