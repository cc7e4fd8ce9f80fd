import { expect } from '@open-wc/testing';
import { sideCoaches, sidePage, stageSides } from '../../../test/side-stage.ts';
import type { FakeCalendarFlow } from '../../../../elements/test/calendar-states.ts';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import type { SideCalendar } from './side-calendar.ts';
import type { DeskSideBySide } from './side-page.ts';
import { printer } from './side-paper.ts';

const four = ['coach-a', 'coach-b', 'coach-c', 'coach-d'];
let flows: Map<string, FakeCalendarFlow>;
let moves: unknown[];
const calendars = (page: DeskSideBySide) => [...page.shadowRoot!.querySelectorAll<SideCalendar>('coach-side-calendar')];
const within = (page: DeskSideBySide, at: number) => calendars(page)[at]!.shadowRoot!;
const button = (page: DeskSideBySide, name: string) =>
  [...page.shadowRoot!.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === name || one.textContent.trim().startsWith(name),
  )!;

async function open(chosen: readonly string[] = four, width = 1200): Promise<DeskSideBySide> {
  document.querySelector('coach-desk-side-by-side')?.parentElement?.remove();
  flows = stageSides();
  moves = [];
  const page = sidePage(chosen, moves);
  const place = document.body.appendChild(document.createElement('div'));
  place.style.width = `${width}px`;
  place.append(page);
  await page.updateComplete;
  const known = chosen.includes('coach-a') && chosen.length > 1;
  if (known) await waitUntil(() => within(page, 0).querySelector('.block'), 'it is drawn');
  return page;
}

describe('calendars side by side', () => {
  after(() => document.querySelector('coach-desk-side-by-side')?.parentElement?.remove());

  for (const [name, chosen, width] of [
    ['four coaches', four, 1200],
    ['four coaches on a phone', four, 360],
    ['one coach', ['coach-a'], 1200],
  ] as const)
    it(`is accessible: ${name}`, async () => {
      await expect(await open(chosen, width)).to.be.accessible();
    });

  it('has a column for each coach, with the same hours, and each has what is its own', async () => {
    const page = await open();
    const heads = [...page.shadowRoot!.querySelectorAll('h3')].map((head) => head.textContent.trim());
    expect(heads).to.deep.equal(sideCoaches.slice(0, 4).map(({ name }) => name));
    await waitUntil(() => within(page, 1).querySelector('.block'));
    const top = (at: number, name: string) =>
      [...within(page, at).querySelectorAll('.block')]
        .find((one) => one.getAttribute('aria-label')!.includes(name))!
        .getBoundingClientRect().top;
    // 09:00 and 18:30, a pixel a minute, though the two coaches prefer other hours.
    expect(Math.round(top(1, 'Zoe Wolf') - top(0, 'Ana Diaz'))).to.equal(570);
    expect(within(page, 1).querySelector('.bands .off')!.textContent).to.contain('Dentist');
    expect(within(page, 2).textContent).to.contain('Loading');
    await waitUntil(() => within(page, 3).textContent.includes('req_7'), 'the failure is shown');
    expect(page.shadowRoot!.querySelector('.rail')!.textContent).to.contain('9 AM');
  });

  it('turns the dates of all, by its buttons and by the keys of one calendar', async () => {
    const page = await open(['coach-a', 'coach-b']);
    button(page, 'Next day').click();
    for (const coach of ['coach-a', 'coach-b']) expect(flows.get(coach)!.asked('goTo')).to.deep.equal([['2028-04-13']]);
    expect(moves).to.deep.equal([[['coach-a', 'coach-b'], '2028-04-13']]);
    await page.updateComplete;
    expect(page.shadowRoot!.querySelector('h2')!.textContent).to.contain('April 13, 2028');
    const grid = within(page, 0).querySelector<HTMLElement>('.scroller [tabindex="0"]')!;
    calendars(page)[0]!.dispatchEvent(new PointerEvent('pointerenter'));
    await waitUntil(() => within(page, 0).adoptedStyleSheets.length > 7, 'the keys come');
    grid.focus();
    for (const key of ['p', 'm'])
      grid.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
    expect(flows.get('coach-b')!.asked('goTo').at(-1)).to.deep.equal(['2028-04-12']);
    expect(flows.get('coach-a')!.asked('showView')).to.deep.equal([]);
    expect(getComputedStyle(within(page, 0).querySelector('.toolbar')!).display).to.equal('none');
  });

  it('follows the date of the address', async () => {
    const page = await open(['coach-a', 'coach-b']);
    page.date = '2028-05-01';
    await page.updateComplete;
    expect(flows.get('coach-a')!.asked('goTo')[0]).to.deep.equal(['2028-05-01']);
    expect(moves).to.deep.equal([]);
  });

  it('begins a booking with the coach of the column', async () => {
    const page = await open(['coach-a', 'coach-b']);
    button(page, 'New booking with Kim Lee').click();
    await waitUntil(() => within(page, 1).querySelector('dialog[open] #new-name'), 'the form opens');
    expect(within(page, 0).querySelector('dialog')).to.equal(null);
  });

  it('shows other coaches, at most eight, and asks for two', async () => {
    const page = await open(['coach-a', 'coach-b']);
    button(page, 'Coaches').click();
    await page.updateComplete;
    const boxes = () => [...page.shadowRoot!.querySelectorAll<HTMLInputElement>('.choice input')];
    await waitUntil(() => page.shadowRoot!.querySelector('dialog[open]'));
    await expect(page).to.be.accessible();
    for (const at of [2, 3, 4, 5, 6, 7]) {
      boxes()[at]!.click();
      await page.updateComplete;
    }
    expect(calendars(page)).to.have.length(8);
    expect(boxes()[8]!.disabled).to.equal(true);
    for (const at of [0, 1, 2, 3, 4, 5, 6]) {
      boxes()[at]!.click();
      await page.updateComplete;
    }
    expect(calendars(page)).to.have.length(0);
    expect(page.shadowRoot!.textContent).to.contain('Choose at least two coaches');
  });

  it('keeps what happens in one calendar from the page around', async () => {
    const page = await open(['coach-a', 'coach-b']);
    let heard = 0;
    page.addEventListener('coach-booking-opened', () => (heard += 1));
    within(page, 0).querySelector<HTMLElement>('.block')!.click();
    await waitUntil(() => within(page, 0).querySelector('dialog'), 'it opens');
    await waitUntil(() => calendars(page)[0]!.booking);
    expect(heard).to.equal(0);
  });

  it('prints the days of all, with what could not be read', async () => {
    const page = await open();
    let printed = '';
    printer.print = (paper) => {
      printed = paper.document.body.textContent!.replaceAll(/\s+/g, ' ');
      paper.dispatchEvent(new Event('afterprint'));
    };
    await waitUntil(() => within(page, 1).querySelector('.block'));
    button(page, 'Print').click();
    expect(printed).to.contain('April 12, 2028').and.contain('Ana Diaz').and.contain('Zoe Wolf');
    expect(printed).to.contain('The calendar of Maximilian von Hohenlohe-Langenburg could not be read.');
    expect(document.querySelector('iframe[aria-hidden="true"]')).to.equal(null);
  });
});
