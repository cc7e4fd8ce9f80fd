import { describe, expect, it } from 'vitest';
import { contrastOf, mailColours } from './mail-colours.ts';

const accents = ['#0f6e66', '#ffffff', '#000000', '#ffff00', '#767676', '#ff0000', '#00ff00', '#0000ff', '#f4e8c8'];

describe('the colours of a mail', () => {
  it.each(accents)('makes readable colours with the accent %s', (accent) => {
    const { onAccent, light, dark } = mailColours(accent);
    expect(contrastOf(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
    for (const { page, card, ink, quiet, link } of [light, dark]) {
      for (const [text, ground] of [
        [ink, card],
        [quiet, card],
        [link, card],
        [quiet, page],
      ] as const)
        expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps an accent that can be read', () => expect(mailColours('#0f6e66').light.link).toBe('#0f6e66'));
});
