import { expect } from '@open-wc/testing';
import type { Service } from '@coach-booking/sdk';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { askingService, serviceCalls } from '../../../test/service-stage.ts';
import type { ServiceCalls } from './calls.ts';
import { defineServices } from './elements.ts';
import { DeskServices } from './services-section.ts';

defineServices(DeskServices);

let page: DeskServices;
const saved: { intake?: unknown }[] = [];
const settle = async () => {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done));
};
async function open(service: Service = askingService): Promise<void> {
  page?.remove();
  saved.splice(0);
  const calls = serviceCalls({
    listServices: (async () => [service]) as unknown as ServiceCalls['listServices'],
    updateService: (async (input: { intake?: unknown }) => (saved.push(input), { ...service, ...input })) as never,
  });
  page = document.createElement('coach-desk-services') as DeskServices;
  Object.assign(page, { calls, session: sessionOf(account('coach')), coach: 'me', mayChange: true });
  document.body.append(page);
  await settle();
  all('button')
    .find(({ textContent }) => textContent.trim() === 'Change')!
    .click();
  await settle();
}
const all = <E extends HTMLElement = HTMLButtonElement>(selector: string) => [
  ...page.shadowRoot!.querySelectorAll<E>(selector),
];
const one = <E extends HTMLElement = HTMLInputElement>(selector: string) => all<E>(selector)[0]!;
const put = async (selector: string, value: string) => {
  one(selector).value = value;
  for (const type of ['input', 'change']) one(selector).dispatchEvent(new Event(type, { bubbles: true }));
  await settle();
};
const click = async (selector: string) => {
  one(selector).click();
  await settle();
};
const save = () => click('form .go');
const labels = () => all<HTMLInputElement>('[id^="question-"][id$="-label"]').map(({ value }) => value);

describe('the questions of a service at the desk', () => {
  after(() => page.remove());

  it('passes the accessibility check, with every kind of field and its errors', async () => {
    await open();
    await expect(page).to.be.accessible();
    await click('#add-question');
    await save();
    await expect(page).to.be.accessible();
  });

  it('asks what the business asks until it has questions of its own', async () => {
    const { intake: _intake, ...plain } = askingService;
    await open(plain);
    expect(all('#add-question')).to.have.length(0);
    await click('#service-hasIntake');
    await click('#add-question');
    expect(page.shadowRoot!.activeElement!.id).to.match(/^question-q-.*-label$/);
    await put('[id$="-label"]', ' Your goal? ');
    await put('#service-waiverText', 'At my own risk.');
    await save();
    const { questions, waiver } = saved[0]!.intake as { questions: object[]; waiver: object };
    expect(questions).to.have.length(1);
    expect(questions[0]).to.include({ kind: 'text', label: 'Your goal?' });
    expect(waiver).to.deep.equal({ text: 'At my own risk.' });
  });

  it('keeps the ids of questions when their words and their order change', async () => {
    await open();
    expect(labels()).to.deep.equal(['Any injuries?', 'Where do you train?']);
    await click('#question-where-up');
    expect(labels()).to.deep.equal(['Where do you train?', 'Any injuries?']);
    expect(page.shadowRoot!.activeElement!.id).to.equal('question-where-up');
    await put('#question-where-label', 'Where?');
    await save();
    expect(saved[0]!.intake).to.deep.equal({
      questions: [
        { id: 'where', kind: 'choice', label: 'Where?', options: ['Gym', 'Home'] },
        {
          id: 'injuries',
          kind: 'long_text',
          label: 'Any injuries?',
          required: true,
          newClientsOnly: true,
          health: true,
        },
      ],
      consent: { text: 'I agree.', url: 'https://fit.example/privacy' },
    });
  });

  it('saves no choice without options, no address that is none, and marks the field', async () => {
    await open();
    await put('#question-where-options', 'Gym');
    await put('#service-consentUrl', 'fit.example');
    await save();
    expect(saved).to.have.length(0);
    const marked = all<HTMLElement>('[aria-invalid="true"]').map(({ id }) => id);
    expect(marked).to.deep.equal(['question-where-options', 'service-consentUrl']);
    expect(page.shadowRoot!.activeElement!.id).to.equal('question-where-options');
  });

  it('goes back to the questions of the business', async () => {
    await open();
    await click('#service-hasIntake');
    await save();
    expect(saved[0]).to.deep.include({ intake: null });
  });
});
