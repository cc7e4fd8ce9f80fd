import { expect, it } from 'vitest';
import { resetText } from './partner-text.ts';

const link = { adminLink: 'https://book.example/p/harbour/password/eyJ1', expiresAt: '2026-04-20T08:00:00Z' };

it.each([
  ['nothing of a second factor where there is none', 'none', /password\/eyJ1$/],
  [
    'that a second factor stays, and both ways to take it away',
    'kept',
    /second factor stays[^]*another admin[^]*--second-factor/,
  ],
  [
    'that a second factor is gone, and that nobody was written to',
    'reset',
    /taken away and their sessions have ended\. No mail was sent/,
  ],
] as const)('prints with the link of an admin %s', (_, secondFactor, text) => {
  const printed = resetText({ ...link, secondFactor });
  expect(printed).toContain(link.adminLink);
  expect(printed).toMatch(text);
});
