import { expect, fixture, html } from '@open-wc/testing';
import { fakeBooking } from '../../test/fake-flow.ts';
import { drawn, find, findAll, mount } from '../../test/mount.ts';
import { bookingStates } from '../../test/states.ts';

const { loading, slots, details, services, setup } = bookingStates;

/** Adds a style sheet to the page until the test ends. */
function pageStyle(text: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
  return () => void document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1);
}

/** Returns the position and the text style of each control. */
const look = (element: HTMLElement) =>
  [...element.shadowRoot!.querySelectorAll('button, select, h3')].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    const { fontSize, fontFamily, letterSpacing, textTransform, lineHeight, color } = getComputedStyle(one);
    const origin = element.getBoundingClientRect();
    return [
      x - origin.x,
      y - origin.y,
      width,
      height,
      fontSize,
      fontFamily,
      letterSpacing,
      textTransform,
      lineHeight,
      color,
    ].map(String);
  });

describe('<coach-booking> on a page with hostile styles', () => {
  for (const [name, style] of [
    ['a root font of 62.5 %', 'html { font-size: 62.5% }'],
    ['a large root font', 'html { font-size: 150% }'],
    [
      'rules with !important for everything',
      '* { box-sizing: content-box !important; margin: 0 !important; line-height: 3 !important; color: red !important; letter-spacing: 4px !important }',
    ],
    [
      'hidden buttons',
      'button { display: none !important } section, h3, select { position: fixed !important; opacity: 0 !important }',
    ],
    [
      'inherited shouting',
      'body, coach-booking { text-transform: uppercase; font: 40px monospace; text-align: right; word-spacing: 2em; visibility: visible }',
    ],
    ['a hidden element', 'coach-booking { display: none !important }'],
  ] as const)
    it(`looks the same under ${name}`, async () => {
      const element = await mount(fakeBooking(slots));
      element.parentElement!.setAttribute('style', 'width: 900px');
      const before = look(element);
      const undo = pageStyle(style);
      expect(look(element)).to.deep.equal(before);
      undo();
    });

  it('hides the element when the page sets `hidden`', async () => {
    const element = await mount(fakeBooking(slots));
    element.hidden = true;
    expect(element.getBoundingClientRect().height).to.equal(0);
  });

  it('gets its colours from --coach-* properties and parts', async () => {
    const element = await mount(fakeBooking(slots), { theme: 'light' });
    const undo = pageStyle(
      'coach-booking { --coach-accent: rgb(200, 0, 100) } coach-booking::part(day-chosen) { border-radius: 22px }',
    );
    const day = find(element, '[aria-selected="true"]');
    expect(getComputedStyle(day).borderRadius).to.equal('22px');
    expect(getComputedStyle(find(element, '[part="avatar"]')).color).to.equal('rgb(200, 0, 100)');
    undo();
  });
});

describe('the room that <coach-booking> takes', () => {
  for (const width of [280, 320, 560, 700, 800, 1040])
    it(`does not change when the slots come, and holds nothing too wide, at ${width} px`, async () => {
      const flow = fakeBooking(loading);
      const element = await mount(flow);
      element.parentElement!.setAttribute('style', `width: ${width}px`);
      const { height } = element.getBoundingClientRect();
      const month = find(element, '.month').getBoundingClientRect().top;
      for (const state of [services, setup, slots]) {
        flow.set(state);
        await drawn(element);
        expect(element.getBoundingClientRect().height, state.phase).to.equal(height);
      }
      expect(find(element, '.month').getBoundingClientRect().top).to.equal(month);
      for (const one of findAll(element, 'button, select, h3'))
        expect(one.getBoundingClientRect().right, one.outerHTML).to.be.at.most(element.getBoundingClientRect().right);
    });

  for (const width of [280, 560, 1040])
    it(`holds the form at ${width} px`, async () => {
      const element = await mount(fakeBooking(details));
      element.parentElement!.setAttribute('style', `width: ${width}px`);
      for (const one of findAll(element, 'button, input, textarea'))
        expect(one.getBoundingClientRect().right, one.outerHTML).to.be.at.most(element.getBoundingClientRect().right);
    });
});

describe('the fallback inside <coach-booking>', () => {
  it('hides the fallback while booking works', async () => {
    const element = await mount(fakeBooking(slots));
    const link = (await fixture(html`<a href="tel:1">Call us</a>`)) as HTMLElement;
    element.append(link);
    expect(link.getBoundingClientRect().height).to.equal(0);
  });
});
