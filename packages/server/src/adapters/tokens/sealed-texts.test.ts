import { describe, expect, it } from 'vitest';
import { createSealedTexts } from './sealed-texts.ts';

describe('a sealed text', () => {
  const [old, current] = ['the secret of last year, long enough', 'the secret of this year, long enough'];
  const sealed = createSealedTexts([old]);

  it('opens under its name, is never the same twice, and does not show', () => {
    const [one, two] = [sealed.seal('of ana', 'JBSWY3DP'), sealed.seal('of ana', 'JBSWY3DP')];
    expect(one).not.toBe(two);
    expect(Buffer.from(one, 'base64url').toString()).not.toContain('JBSWY3DP');
    expect([sealed.open('of ana', one), sealed.open('of ana', two)]).toEqual(['JBSWY3DP', 'JBSWY3DP']);
  });

  it('opens for nobody else, and not when it was changed', () => {
    const text = sealed.seal('of ana', 'JBSWY3DP');
    const bytes = Buffer.from(text, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    expect(sealed.open('of bo', text)).toBeNull();
    expect(createSealedTexts([current]).open('of ana', text)).toBeNull();
    expect(sealed.open('of ana', bytes.toString('base64url'))).toBeNull();
    expect(sealed.open('of ana', 'short')).toBeNull();
  });

  it('outlasts a change of the secret', () => {
    const text = sealed.seal('of ana', 'JBSWY3DP');
    expect(createSealedTexts([current, old]).open('of ana', text)).toBe('JBSWY3DP');
  });
});
