import { expect } from '@open-wc/testing';
import type { Branding } from '@coach-booking/sdk';
import { fakeBooking } from '../../../test/fake-flow.ts';
import { find, findAll, mount, textOf } from '../../../test/mount.ts';
import { bookingStates } from '../../../test/states.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { contrast } from '../../internal/theme/contrast.ts';

const { slots } = bookingStates;
const branded = (branding: Branding) => fakeBooking({ ...slots, branding });
const logoUrl = 'https://logo.invalid/logo.svg';
const colourOf = (element: HTMLElement) => getComputedStyle(element).color;
/** As a browser writes it. */
const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

describe('the branding of the partner', () => {
  for (const theme of ['light', 'dark'])
    for (const accent of ['#ffd500', '#0f2f6e', '#ffffff', '#000000', '#e4002b'])
      it(`draws a readable accent: ${accent}, ${theme}`, async () => {
        const element = await mount(branded({ name: 'Harbour Strength', accent }), { theme });
        await expect(element).to.be.accessible();
      });

  it('shows the name of the partner beside the coach’s', async () => {
    const element = await mount(branded({ name: 'Harbour Strength' }));
    expect(find(element, '[part="brand"]').textContent.trim()).to.equal('Harbour Strength');
    expect(find(element, '[part="header"]').contains(find(element, '[part="brand"]'))).to.equal(true);
  });

  it('uses the colour of the partner where that can be read', async () => {
    const element = await mount(branded({ accent: '#7a1f5c' }), { theme: 'light' });
    expect(colourOf(find(element, '[part="avatar"]'))).to.equal(rgb('#7a1f5c'));
    expect(findAll(element, '[part="brand"]')).to.have.length(0);
  });

  it('fills with the colour of the partner as it is, with black or white on it', async () => {
    for (const [accent, text] of [
      ['#ffd400', 'rgb(0, 0, 0)'],
      ['#7a1f5c', 'rgb(255, 255, 255)'],
    ] as const) {
      const element = await mount(fakeBooking({ ...bookingStates.details, branding: { accent } }), { theme: 'light' });
      const { backgroundColor, color } = getComputedStyle(find(element, '[part~="primary"]'));
      expect(backgroundColor, accent).to.equal(rgb(accent));
      const canvas = document.createElement('canvas').getContext('2d')!;
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      expect(`rgb(${[...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].join(', ')})`, accent).to.equal(text);
    }
  });

  it('yields to the accent of the page', async () => {
    const element = await mount(branded({ accent: '#7a1f5c' }), { theme: 'light', style: '--coach-accent: #0b5394' });
    expect(colourOf(find(element, '[part="avatar"]'))).to.equal(rgb('#0b5394'));
  });

  it('makes texts in an accent of the page readable, and fills with it as it is', async () => {
    for (const theme of ['light', 'dark']) {
      const element = await mount(fakeBooking(slots), { theme, style: '--coach-accent: #ffd400' });
      await expect(element).to.be.accessible();
      expect(getComputedStyle(find(element, '[part~="day-chosen"]')).backgroundColor).to.equal(rgb('#ffd400'));
    }
  });

  it('keeps the accent readable on the background of the page too', async () => {
    const element = await mount(branded({ accent: '#0f2f6e' }), {
      theme: 'light',
      style: '--coach-background: #101010',
    });
    const [red, green, blue] = colourOf(find(element, '[part="avatar"]')).match(/\d+/g)!.map(Number) as [
      number,
      number,
      number,
    ];
    expect(contrast([red, green, blue], [16, 16, 16])).to.be.at.least(4.5);
  });

  it('draws the branding with the answer, and removes it with it', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow, { theme: 'light' });
    const before = colourOf(find(element, '[part="avatar"]'));
    flow.set({ branding: { name: 'Harbour Strength', accent: '#7a1f5c' } });
    await element.updateComplete;
    expect(textOf(element)).to.contain('Harbour Strength');
    flow.set({ branding: undefined });
    await element.updateComplete;
    expect(textOf(element)).not.to.contain('Harbour Strength');
    expect(colourOf(find(element, '[part="avatar"]'))).to.equal(before);
    expect(element.getAttribute('style') ?? '').to.equal('');
  });

  it('moves nothing of the rest, at any width', async () => {
    for (const width of [320, 600, 900]) {
      const flow = fakeBooking(slots);
      const element = await mount(flow, { style: `width: ${width}px` });
      const places = () =>
        findAll(element, '[part="avatar"], [part="coach-name"], [part="service"], [part="calendar"], .root').map(
          (each) => JSON.stringify(each.getBoundingClientRect()),
        );
      const before = places();
      flow.set({ branding: { name: 'Harbour Strength and a very long rest of a name, Limited', accent: '#7a1f5c' } });
      await element.updateComplete;
      expect(places(), `${width} px`).to.deep.equal(before);
    }
  });

  it('draws a logo with the name as its text, and sends its address no referrer', async () => {
    const flow = fakeBooking(slots);
    const element = await mount(flow);
    flow.set({ branding: { name: 'Harbour Strength', logoUrl } });
    await element.updateComplete;
    const logo = find<HTMLImageElement>(element, '[part="logo"]');
    expect([logo.alt, logo.src, logo.referrerPolicy]).to.deep.equal(['Harbour Strength', logoUrl, 'no-referrer']);
  });

  it('shows the name where the logo cannot be loaded', async () => {
    const element = await mount(branded({ name: 'Harbour Strength', logoUrl }));
    await waitUntil(() => findAll(element, '[part="logo"]').length === 0);
    expect(find(element, '[part="brand"]').textContent.trim()).to.equal('Harbour Strength');
  });

  for (const address of ['http://fit.example/logo.svg', 'javascript:alert(1)', 'data:image/svg+xml,<svg/>'])
    it(`takes no logo from ${address.slice(0, 20)}`, async () => {
      const element = await mount(branded({ name: 'Harbour Strength', logoUrl: address }));
      expect(findAll(element, 'img')).to.have.length(0);
    });
});
