import { expect } from '@open-wc/testing';
import { colourOf, contrast, readableOn, type Colour } from './contrast.ts';

const white: Colour = [255, 255, 255];
const dark = colourOf('#13191c');
const tintOf = (accent: string, background: Colour): Colour =>
  colourOf(accent).map((part, i) => part * 0.12 + background[i]! * 0.88) as unknown as Colour;

describe('the contrast of two colours', () => {
  it('measures contrast as WCAG does, either way round', () => {
    expect(contrast([0, 0, 0], white)).to.equal(21);
    expect(contrast(white, white)).to.equal(1);
    expect(contrast(colourOf('#767676'), white)).to.be.within(4.54, 4.55);
    expect(contrast(white, colourOf('#767676'))).to.be.within(4.54, 4.55);
  });
});

describe('an accent', () => {
  it('keeps an accent that can be read', () => {
    expect(readableOn('#0f6e66', white)).to.equal('#0f6e66');
    expect(readableOn('#4fd1c0', dark)).to.equal('#4fd1c0');
  });

  it('keeps the hue of an unreadable accent, and makes it darker on white and lighter in the dark', () => {
    const [red, green, blue] = colourOf(readableOn('#ffd500', white));
    expect([red > green, green > blue, blue]).to.deep.equal([true, true, 0]);
    expect(contrast(colourOf(readableOn('#0f2f6e', dark)), dark)).to.be.greaterThan(
      contrast(colourOf('#0f2f6e'), dark),
    );
  });

  for (const [name, background] of [
    ['white', white],
    ['the dark', dark],
    ['parchment', colourOf('#f4e8c8')],
  ] as const)
    it(`makes every accent readable on its tint on ${name}, and ${name} on it`, () => {
      for (let value = 0; value < 2 ** 24; value += 40_503) {
        const accent = readableOn(`#${value.toString(16).padStart(6, '0')}`, background);
        expect(contrast(colourOf(accent), tintOf(accent, background)), accent).to.be.at.least(4.5);
        expect(contrast(background, colourOf(accent)), accent).to.be.at.least(4.5);
      }
    });
});
