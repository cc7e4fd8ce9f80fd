import { expect, fixture, html } from '@open-wc/testing';
import { calendarState, fakeCalendarFlow, schedule } from '../../../../test/calendar-states.ts';
import { waitUntil } from '../../../../test/wait-until.ts';
import { HoursEditor, type HoursFlow } from './hours-editor.ts';

customElements.define('hours-editor', HoursEditor);

async function mount() {
  const state = calendarState({ schedule });
  const flow = fakeCalendarFlow(state);
  const element = Object.assign(document.createElement('hours-editor') as HoursEditor, {
    language: 'en',
    state,
    flow: flow as unknown as HoursFlow,
  });
  (await fixture(html`<div></div>`)).append(element);
  await waitUntil(() => element.shadowRoot!.querySelector('.weekday'), 'the editor comes');
  const field = (id: string) => element.shadowRoot!.querySelector<HTMLInputElement>(`#${id}`)!;
  const type = async (id: string, value: string) => {
    field(id).value = value;
    field(id).dispatchEvent(new Event(field(id).localName === 'select' ? 'change' : 'input'));
    await element.updateComplete;
  };
  const rules = async () => {
    element.shadowRoot!.querySelector<HTMLInputElement>('input[value=rules]')!.click();
    await element.updateComplete;
  };
  return { element, flow, field, type, rules };
}

describe('the editor of the hours in a page', () => {
  it('is accessible, with one line a day and all seven in view', async () => {
    const { element } = await mount();
    await expect(element).to.be.accessible();
    const days = [...element.shadowRoot!.querySelectorAll('.weekday')];
    expect(days).to.have.length(7);
    expect(days.at(-1)!.getBoundingClientRect().bottom - days[0]!.getBoundingClientRect().top).to.be.below(700);
  });

  it('passes each valid change on, and whether something is typed', async () => {
    const { element, flow, type } = await mount();
    expect(element.isChanged).to.equal(false);
    await type('hours-1-0-end', '12:00');
    const [draft] = flow.asked('draftSchedule').at(-1) as [{ workingHours: unknown[] }];
    expect(draft.workingHours[0]).to.deep.equal({ dayOfWeek: 1, start: '09:00', end: '12:00' });
    expect(element.isChanged).to.equal(true);
    element.discard();
    expect(element.isChanged).to.equal(false);
  });

  it('saves the hours, and informs the page', async () => {
    const { element, flow, type } = await mount();
    let saved = 0;
    element.addEventListener('hours-saved', () => saved++);
    await type('hours-1-0-end', '12:00');
    element.shadowRoot!.querySelector('form')!.requestSubmit();
    await waitUntil(() => saved === 1, 'the page knows');
    expect(flow.asked('saveSchedule')).to.have.length(1);
  });

  it('takes rules in the units that people use, and shows an example of them', async () => {
    const { element, flow, field, type, rules } = await mount();
    await rules();
    await expect(element).to.be.accessible();
    expect([field('rule-minimumNotice').value, field('unit-minimumNotice').value]).to.deep.equal(['2', 'hour']);
    await type('unit-minimumNotice', 'day');
    await type('unit-bookingWindow', 'week');
    await type('rule-bookingWindow', '4');
    const [draft] = flow.asked('draftSchedule').at(-1) as [Record<string, number>];
    expect([draft['minimumNotice'], draft['bookingWindow']]).to.deep.equal([2880, 28]);
    expect(element.shadowRoot!.querySelector('.example')!.textContent).to.contain('clients can book from');
  });

  it('takes a zone by a part of its name, and refuses one that does not exist', async () => {
    const { element, flow, type, rules } = await mount();
    await rules();
    await type('rule-time-zone', 'berlin');
    expect(flow.asked('draftSchedule').at(-1)).to.have.nested.property('[0].timeZone', 'Europe/Berlin');
    await type('rule-time-zone', 'Atlantis');
    expect(element.shadowRoot!.querySelector('#rule-time-zone-error')!.textContent).to.contain('time zone');
    expect(flow.asked('draftSchedule')).to.have.length(1);
  });
});
