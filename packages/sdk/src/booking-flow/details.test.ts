import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { validateDetails } from './details.ts';
import { noDetails } from './no-details.ts';

const good = { ...noDetails, name: 'Ana Diaz', email: 'ana@example.com' };

test.each([
  [{}, {}],
  [{ phone: '+1 (212) 555-0100', notes: 'Knee' }, {}],
  [{ name: '' }, { name: 'required' }],
  [
    { name: '  \t', email: ' ' },
    { name: 'required', email: 'required' },
  ],
  [{ name: 'a'.repeat(120) }, {}],
  [{ name: 'a'.repeat(121) }, { name: 'too_long' }],
  [{ email: 'ana' }, { email: 'invalid' }],
  [{ email: 'ana@example' }, { email: 'invalid' }],
  [{ email: 'ana@example.' }, { email: 'invalid' }],
  [{ email: 'a b@example.com' }, { email: 'invalid' }],
  [{ email: ' ana+gym@mail.example.com ' }, {}],
  [{ email: `${'a'.repeat(250)}@example.com` }, { email: 'too_long' }],
  [{ phone: '1234' }, { phone: 'invalid' }],
  [{ phone: '12345' }, {}],
  // V02: numbers as people write them and as phones fill them in.
  [{ phone: '(212) 555 0100' }, {}],
  [{ phone: '\u202a+1 212 555‑0100\u00a0' }, {}],
  [{ phone: '+1 212 555 0100 ext. 4' }, {}],
  [{ phone: '٠٥٠١٢٣٤٥٦٧' }, {}],
  [{ phone: 'flat 12, door 3' }, { phone: 'invalid' }],
  [{ phone: 'call me' }, { phone: 'invalid' }],
  [{ phone: '0'.repeat(65) }, { phone: 'too_long' }],
  [{ notes: 'n'.repeat(2001) }, { notes: 'too_long' }],
])('validates %o as %o', (change, problems) => {
  expect(validateDetails({ ...good, ...change })).toEqual(problems);
});

test('has the limits of the contract', () => {
  const { schemas } = parse(readFileSync(new URL('../../../../openapi.yaml', import.meta.url), 'utf8'), {
    merge: true,
    maxAliasCount: -1,
  }).components;
  const { Name: name, Email: email, Phone: phone } = schemas;
  expect([name.maxLength, email.maxLength, phone.minLength, phone.maxLength]).toEqual([120, 254, 5, 64]);
  expect(schemas.BookingInput.properties.notes.maxLength).toBe(2000);
});
