import { expect } from '@open-wc/testing';
import { calendarBooking, calendarState, calendarStates, fakeCalendarFlow } from '../../test/calendar-states.ts';
import { bookingOf, find, findAll, mountCalendar } from '../../test/mount-calendar.ts';

const long = 'Bartholomew Featherstonehaugh of the Northern Territories';
const bookings = [calendarBooking('2028-04-12', '11:00', long)];
const month = { view: 'month', range: { from: '2028-03-27', to: '2028-05-07' } } as const;

/** Returns where the first and the last letter of a name would stand, within its box. */
function namePlace(node: HTMLElement) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    const at = text.data.indexOf('Bartholomew');
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return { letter: range.getBoundingClientRect(), box: text.parentElement!.getBoundingClientRect() };
  }
  throw new Error('no name');
}

describe('a long name', () => {
  for (const lang of ['en-GB', 'ar'])
    for (const [view, state] of [
      ['week', calendarState({ bookings })],
      ['month', calendarState({ bookings, ...month })],
    ] as const)
      it(`begins with its first letter and ends with an ellipsis, in the ${view}, ${lang}`, async () => {
        const element = await mountCalendar(fakeCalendarFlow(state), { lang });
        const node = bookingOf(element, long);
        const { letter, box } = namePlace(node);
        expect(letter.left).to.be.at.least(box.left - 1);
        expect(letter.right).to.be.at.most(box.right + 1);
        const cut = node.querySelector('bdi') ?? node;
        const { textOverflow, overflowX } = getComputedStyle(cut);
        expect([textOverflow, overflowX]).to.deep.equal(['ellipsis', 'hidden']);
      });
});

describe('what can be pressed in the month', () => {
  it('draws what can be pressed in the month at least 24 px high, inside its day', async () => {
    const many = Array.from({ length: 6 }, (_, i) => calendarBooking('2028-04-12', `1${i}:00`, `Client ${i}`));
    const element = await mountCalendar(fakeCalendarFlow(calendarState({ bookings: many, ...month })));
    const cell = find(element, '.cell[data-date="2028-04-12"]').getBoundingClientRect();
    const pressed = findAll(element, '.cell[data-date="2028-04-12"] :is(.chip, .more)');
    expect(pressed.length).to.be.at.least(2);
    for (const one of pressed) {
      const { height, bottom } = one.getBoundingClientRect();
      expect(height).to.be.at.least(24);
      expect(bottom).to.be.at.most(cell.bottom);
    }
  });
});

describe('forced colours', () => {
  it('separates time off, breaks, closed and open hours, and the now line, in forced colours', async () => {
    const element = await mountCalendar(fakeCalendarFlow(calendarStates.full));
    const forced = element
      .shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === '(forced-colors: active)');
    expect(forced.length).to.be.above(0);
    const medias = forced.map((rule) => (rule as CSSMediaRule).media);
    for (const media of medias) media.mediaText = 'all';
    try {
      const look = (selector: string) => {
        const { backgroundImage, backgroundColor } = getComputedStyle(find(element, selector));
        return `${backgroundImage} ${backgroundColor}`;
      };
      const looks = ['.bands .off', '.bands .break', '.bands .open', '.column'].map(look);
      expect(new Set(looks).size).to.equal(looks.length);
      for (const each of ['.bands .off', '.bands .break', '.column', '.block'])
        expect(getComputedStyle(find(element, each)).forcedColorAdjust, each).to.equal('none');
      expect(getComputedStyle(find(element, '.now')).borderTopWidth).to.equal('3px');
    } finally {
      for (const media of medias) media.mediaText = '(forced-colors: active)';
    }
  });
});
