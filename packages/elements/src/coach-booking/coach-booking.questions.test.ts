import { expect } from '@open-wc/testing';
import { fakeBooking } from '../../test/fake-flow.ts';
import { find, findAll, mount } from '../../test/mount.ts';
import { bookingStates } from '../../test/states.ts';
import { waitUntil } from '../../test/wait-until.ts';
import type { CoachBooking } from './coach-booking.ts';

const { asked, answered, unanswered, details } = bookingStates;
const one = <T extends HTMLElement = HTMLInputElement>(element: CoachBooking, id: string) => find<T>(element, `#${id}`);
const errorOf = (element: CoachBooking, id: string) => find(element, `#${id}-error`).textContent.trim();
const changed = (control: HTMLElement, type: string) => control.dispatchEvent(new Event(type, { bubbles: true }));

describe('the questions of a service', () => {
  for (const state of ['asked', 'answered', 'unanswered'] as const)
    for (const theme of ['light', 'dark'])
      it(`is accessible: ${state}, ${theme}`, async () => {
        await expect(await mount(fakeBooking(bookingStates[state]), { theme })).to.be.accessible();
      });

  it('asks nothing where nothing is asked', async () => {
    const element = await mount(fakeBooking(details));
    expect(findAll(element, '[id^="q-"], [id^="agree-"]')).to.have.length(0);
  });

  it('names every control, says what is optional, and never ticks a box before', async () => {
    const element = await mount(fakeBooking(asked));
    for (const id of ['q-goal', 'q-injuries', 'q-city', 'q-weight', 'q-emergency', 'q-since', 'q-dog'])
      expect(one(element, id).labels?.length, id).to.equal(1);
    expect(one(element, 'q-goal').labels![0]!.textContent).not.to.contain('optional');
    expect(one(element, 'q-weight').labels![0]!.textContent).to.contain('optional');
    expect(findAll(element, 'input:checked')).to.have.length(0);
    expect(one(element, 'q-injuries').getAttribute('aria-describedby')).to.equal('q-injuries-hint');
  });

  it('passes on what is answered, by the id of the question', async () => {
    const flow = fakeBooking(asked);
    const element = await mount(flow);
    one(element, 'q-goal').value = 'Run';
    changed(one(element, 'q-goal'), 'input');
    one(element, 'q-where-1').click();
    one(element, 'q-days-2').click();
    one(element, 'q-dog').click();
    one<HTMLSelectElement>(element, 'q-city').value = 'Harbour';
    changed(one(element, 'q-city'), 'change');
    expect(flow.asked('setDetails')).to.deep.equal([
      [{ answers: { goal: 'Run' } }],
      [{ answers: { where: 'Home' } }],
      [{ answers: { days: ['Friday'] } }],
      [{ answers: { dog: 'true' } }],
      [{ answers: { city: 'Harbour' } }],
    ]);
  });

  it('keeps chosen options in the order in which they are asked', async () => {
    const flow = fakeBooking(answered);
    const element = await mount(flow);
    one(element, 'q-days-1').click();
    expect(flow.asked('setDetails')).to.deep.equal([[{ answers: { days: ['Monday', 'Wednesday', 'Friday'] } }]]);
  });

  it('agrees to the version that is shown, and takes it back', async () => {
    const flow = fakeBooking(asked);
    const element = await mount(flow);
    one(element, 'agree-consent').click();
    expect(flow.asked('setDetails')).to.deep.equal([[{ agreed: { consent: 1 } }]]);
    flow.set({ details: answered.details });
    await element.updateComplete;
    expect(one(element, 'agree-consent').checked).to.equal(true);
    one(element, 'agree-consent').click();
    expect(flow.asked('setDetails').at(-1)).to.deep.equal([{ agreed: { consent: null } }]);
    const link = find<HTMLAnchorElement>(element, '[part~="agreement"] a');
    expect([link.href, link.rel]).to.deep.equal(['https://harbour.example/privacy', 'noopener noreferrer']);
  });

  it('unticks a box whose text has changed since', async () => {
    const flow = fakeBooking(answered);
    const element = await mount(flow);
    flow.set({ intake: { ...asked.intake!, waiver: { text: 'Another text.', version: 4 } } });
    await element.updateComplete;
    expect(one(element, 'agree-waiver').checked).to.equal(false);
    expect(one(element, 'agree-consent').checked).to.equal(true);
  });

  it('shows each error beside its field, and describes the field by it', async () => {
    const element = await mount(fakeBooking(unanswered));
    expect(errorOf(element, 'q-goal')).to.equal('Please fill this in.');
    expect(errorOf(element, 'q-weight')).to.equal('Please enter a number like 12 or 12.5.');
    expect(errorOf(element, 'agree-waiver')).to.equal('This text has changed. Please read it and agree again.');
    expect(one(element, 'q-injuries').getAttribute('aria-describedby')).to.equal('q-injuries-hint q-injuries-error');
    expect(one(element, 'q-weight').value).to.equal('a lot');
  });

  it('validates an answer once its field was left', async () => {
    const flow = fakeBooking({ ...asked, details: { ...asked.details, answers: { weight: 'heavy' } } });
    const element = await mount(flow);
    expect(errorOf(element, 'q-weight')).to.equal('');
    changed(one(element, 'q-weight'), 'blur');
    await element.updateComplete;
    expect(errorOf(element, 'q-weight')).to.contain('number');
  });

  it('moves the focus to the first field that is not answered, and sends nothing', async () => {
    const flow = fakeBooking({ ...answered, health: {} });
    const element = await mount(flow);
    find<HTMLButtonElement>(element, 'form .go').click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'q-injuries');
    expect(flow.asked('confirm')).to.have.length(0);
    flow.set({ health: { injuries: 'None' } });
    await element.updateComplete;
    find<HTMLButtonElement>(element, 'form .go').click();
    expect(flow.asked('confirm')).to.have.length(1);
  });

  it('lets the keyboard scroll the waiver', async () => {
    const element = await mount(fakeBooking(asked));
    const waiver = find(element, '#waiver-text');
    waiver.focus();
    expect(element.shadowRoot!.activeElement).to.equal(waiver);
  });

  for (const language of ['de', 'es', 'fr', 'ar'])
    it(`has its own words in ${language}`, async () => {
      const element = await mount(fakeBooking(unanswered), { lang: language });
      const words = () => findAll(element, '[part~="agreement"]').at(-1)?.textContent ?? 'I have read';
      await waitUntil(() => !words().includes('I have read'), 'the language comes');
      expect(errorOf(element, 'q-goal')).not.to.contain('Please');
    });
});
