import { expect, fixture, html } from '@open-wc/testing';
import { accentInk, colourOf, contrast, textOn, type Colour } from './contrast.ts';
import { moreTokens } from './more-tokens.ts';
import { tokens } from './tokens.ts';

const white: Colour = [255, 255, 255];
const dark = colourOf('#13191c');
/** As it is drawn: in whole steps. */
const tintOf = (accent: string, background: Colour): Colour =>
  colourOf(accent).map((part, i) => Math.round(part * 0.12 + background[i]! * 0.88)) as unknown as Colour;

describe('the contrast of two colours', () => {
  it('measures contrast as WCAG does, either way round', () => {
    expect(contrast([0, 0, 0], white)).to.equal(21);
    expect(contrast(white, white)).to.equal(1);
    expect(contrast(colourOf('#767676'), white)).to.be.within(4.54, 4.55);
    expect(contrast(white, colourOf('#767676'))).to.be.within(4.54, 4.55);
  });
});

describe('an accent as text', () => {
  it('keeps an accent that can be read', () => {
    expect(accentInk('#0f6e66', white)).to.equal('#0f6e66');
    expect(accentInk('#4fd1c0', dark)).to.equal('#4fd1c0');
  });

  it('keeps the hue of an unreadable accent, and makes it darker on white and lighter in the dark', () => {
    const [red, green, blue] = colourOf(accentInk('#ffd500', white));
    expect([red > green, green > blue, blue]).to.deep.equal([true, true, 0]);
    expect(contrast(colourOf(accentInk('#0f2f6e', dark)), dark)).to.be.greaterThan(contrast(colourOf('#0f2f6e'), dark));
  });

  for (const [name, background] of [
    ['white', white],
    ['the dark', dark],
    ['parchment', colourOf('#f4e8c8')],
  ] as const)
    it(`is readable on ${name} and on the tint of any accent there`, () => {
      for (let value = 0; value < 2 ** 24; value += 40_503) {
        const accent = `#${value.toString(16).padStart(6, '0')}`;
        const ink = colourOf(accentInk(accent, background));
        expect(contrast(ink, tintOf(accent, background)), accent).to.be.at.least(4.5);
        expect(contrast(ink, background), accent).to.be.at.least(4.5);
      }
    });
});

describe('the text on an accent', () => {
  it('is white where white can be read, else black', () => {
    expect(['#0f6e66', '#4fd1c0', '#ffd400', '#1a73e8', '#d93025', '#000000', '#ffffff'].map(textOn)).to.deep.equal([
      '#ffffff',
      '#000000',
      '#000000',
      '#ffffff',
      '#ffffff',
      '#ffffff',
      '#000000',
    ]);
  });

  it('has enough contrast on every accent', () => {
    for (let value = 0; value < 2 ** 24; value += 40_503) {
      const accent = `#${value.toString(16).padStart(6, '0')}`;
      expect(contrast(colourOf(textOn(accent)), colourOf(accent)), accent).to.be.at.least(4.5);
    }
  });

  it('is what the sheet of the tokens draws', async () => {
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [tokens.styleSheet!, moreTokens.styleSheet!];
    const drawn = document.createElement('div');
    drawn.className = 'root';
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    root.append(drawn);
    for (let value = 0; value < 2 ** 24; value += 404_503) {
      const accent = `#${value.toString(16).padStart(6, '0')}`;
      drawn.style.cssText = `--coach-accent: ${accent}; color: var(--on)`;
      canvas.fillStyle = getComputedStyle(drawn).color;
      canvas.fillRect(0, 0, 1, 1);
      const hex = [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
      expect(hex, accent).to.deep.equal([...colourOf(textOn(accent))]);
    }
  });
});
