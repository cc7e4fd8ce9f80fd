import { expect } from '@open-wc/testing';
import type { MessagesAnswer } from '@coach-booking/sdk';
import { calendarProblem, calendarStates, oneOfEach, team } from '../../../test/calendar-states.ts';
import { stagePanel, type PanelStage } from '../../../test/panel-stage.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { messagesFile } from '../panels/booking/messages-section.ts';
import { messageTexts } from '../../internal/messages/texts.ts';

const eva = oneOfEach[4]!;
type Message = MessagesAnswer['messages'][number];

const message = (change: Partial<Message>): Message => ({
  id: `${eva.id}:email:attendee`,
  bookingId: eva.id,
  kind: 'confirmed',
  channel: 'email',
  to: { role: 'attendee' },
  state: 'sent',
  dueAt: '2028-04-10T14:00:00Z',
  attempts: 1,
  ...change,
});
const messages: readonly Message[] = [
  message({ settledAt: '2028-04-10T14:00:02Z' }),
  message({ kind: 'requested', to: { role: 'coach' }, state: 'skipped', code: 'no_address' }),
  message({ kind: 'changed', to: { role: 'staff', staffId: team[0]!.id }, state: 'failed', code: '550' }),
  message({ kind: 'reminder', channel: 'sms', minutesBefore: 60, state: 'due', dueAt: '2028-04-12T16:00:00Z' }),
  message({ kind: 'reminder', channel: 'sms', state: 'delivered', segments: 2, settledAt: '2028-04-12T16:00:00Z' }),
  message({ kind: 'reminder', channel: 'sms', state: 'skipped', code: 'quiet_hours' }),
];
const listed: MessagesAnswer = { messages: [...messages], problem: null };
const nothingYet: MessagesAnswer = { messages: [], problem: null };
const offline: MessagesAnswer = {
  messages: [],
  problem: calendarProblem('offline', { code: 'OFFLINE', intent: 'readMessages' }),
};

const within = (element: PanelStage) => element.renderRoot.querySelector<HTMLDetailsElement>('[part~="messages"]')!;
const shownText = (element: PanelStage) =>
  within(element)
    .textContent.replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ');

/** Renders the panel of a booking with the messages open; the flow returns these answers in turn. */
async function unfolded(
  answers: (MessagesAnswer | Promise<MessagesAnswer>)[],
  more: { lang?: string; theme?: string } = {},
) {
  const element = await stagePanel({ kind: 'booking', id: eva.id }, calendarStates.each, more);
  const asked: unknown[] = [];
  const readMessages = async (id: string) => (asked.push(id), answers[Math.min(asked.length, answers.length) - 1]!);
  Object.assign(element.flow, { readMessages });
  expect(asked).to.deep.equal([]);
  within(element).open = true;
  await waitUntil(() => asked.length === 1, 'it is read');
  return { element, asked };
}

/** Renders the messages and waits until the panel shows a text. */
async function shown(answer: MessagesAnswer, text: string, more: { lang?: string; theme?: string } = {}) {
  const opened = await unfolded([answer], more);
  await waitUntil(() => shownText(opened.element).includes(text), text);
  return opened;
}

describe('the messages in the panel of a booking', () => {
  for (const theme of ['light', 'dark'])
    for (const [name, answer, text] of [
      ['with messages', listed, 'Sent on'],
      ['without any', nothingYet, 'Nothing yet.'],
      ['that cannot be read', offline, 'Try again'],
    ] as const)
      it(`passes the accessibility check ${name}, ${theme}`, async () => {
        const { element } = await shown(answer, text, { theme });
        await expect(element).to.be.accessible();
      });

  it('shows whether each was sent, is due or why not, and its recipient without an address', async () => {
    const { element, asked } = await shown(listed, 'Sent on');
    expect(asked).to.deep.equal([eva.id]);
    const lines = [...within(element).querySelectorAll('li')].map((line) =>
      line.textContent
        .replace(/[\u2068\u2069]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(lines[0]).to.match(/^Confirmation by e-mail To Eva Lindqvist Sent on Apr 10, 2028, 10:00/);
    expect(lines[1]).to.equal('Request by e-mail To the coach Not sent: there is no address for it Send again');
    expect(lines[2]).to.equal(
      `Change of time by e-mail To ${team[0]!.name} Not sent: the provider refused it (550) Send again`,
    );
    expect(lines[3]).to.match(/^Reminder by SMS To Eva Lindqvist Due on Apr 12, 2028, 12:00/);
    expect(lines[4]).to.match(/^Reminder by SMS × 2 To Eva Lindqvist Delivered on/);
    expect(lines[5]).to.match(/Not sent: it would have come in the quiet hours; a mail says it instead/);
    expect(shownText(element)).not.to.contain('@');
  });

  it('reads messages again each time they are opened', async () => {
    const { element, asked } = await unfolded([nothingYet, listed]);
    await waitUntil(() => shownText(element).includes('Nothing yet.'), 'it is drawn');
    within(element).open = false;
    await waitUntil(() => !within(element).open);
    await new Promise((closed) => setTimeout(closed));
    within(element).open = true;
    await waitUntil(() => shownText(element).includes('Sent on'));
    expect(asked).to.have.length(2);
  });

  it('shows that messages are loading, or why they cannot be read, with a button to retry', async () => {
    let answer!: (answer: MessagesAnswer) => void;
    const { element, asked } = await unfolded([new Promise((resolve) => (answer = resolve)), listed]);
    expect(within(element).querySelector('[role="status"]')!.textContent).to.equal('One moment…');
    answer(offline);
    await waitUntil(() => within(element).querySelector('[role="alert"] button'), 'it failed');
    within(element).querySelector<HTMLButtonElement>('[role="alert"] button')!.click();
    await waitUntil(() => shownText(element).includes('Sent on'));
    expect(asked).to.have.length(2);
  });

  it('R46 sends messages again where they did not arrive, and shows so in the list', async () => {
    const again = message({ id: `${messages[2]!.id}:again:1`, kind: 'changed', state: 'due', again: 1 });
    const { element, asked } = await unfolded([
      { messages: [message({ id: 'a' }), message({ id: 'b', state: 'failed', code: '550' })], problem: null },
      {
        messages: [message({ id: 'b', state: 'failed', code: '550' }), { ...again, id: 'b:again:1' }],
        problem: null,
      },
    ]);
    await waitUntil(() => shownText(element).includes('Sent on'), 'it is drawn');
    const sent: unknown[] = [];
    let answer!: (answer: unknown) => void;
    const sendMessageAgain = (...given: unknown[]) => (sent.push(given), new Promise((resolve) => (answer = resolve)));
    Object.assign(element.flow, { sendMessageAgain });
    const buttons = () => [...within(element).querySelectorAll<HTMLButtonElement>('li button')];
    expect(buttons().map(({ textContent }) => textContent)).to.deep.equal(['Send again']);
    buttons()[0]!.click();
    await waitUntil(() => buttons()[0]!.ariaDisabled === 'true', 'it is under way');
    buttons()[0]!.click();
    expect(sent).to.deep.equal([[eva.id, 'b']]);
    answer({ message: again, problem: null });
    await waitUntil(() => asked.length === 2 && shownText(element).includes('Due on'), 'the new one is listed');
    await waitUntil(() => within(element).querySelector('[role="status"]')!.textContent === 'It is being sent again');
    expect(buttons()).to.have.length(1);
    expect(buttons()[0]!.ariaDisabled).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('R46 shows why a message is not sent again, and offers none that has no recipient', async () => {
    const failed = message({ id: 'b', state: 'unknown', channel: 'sms' });
    const codes = ['superseded', 'erased', 'opted_out'].map((code) => message({ id: code, state: 'skipped', code }));
    const { element } = await shown({ messages: [failed, ...codes], problem: null }, 'Perhaps sent');
    const problem = calendarProblem('refused', { code: 'NOT_ALLOWED_NOW', intent: 'sendMessageAgain' });
    Object.assign(element.flow, { sendMessageAgain: async () => ({ message: null, problem }) });
    const buttons = () => within(element).querySelectorAll<HTMLButtonElement>('li button');
    expect(buttons()).to.have.length(1);
    buttons()[0]!.click();
    await waitUntil(() => within(element).querySelector('.problem'), 'it is refused');
    expect(buttons()[0]!.textContent).to.equal('Send again');
  });

  it('loads messages again when their file could not be loaded', async () => {
    const { load } = messagesFile;
    messagesFile.load = () => Promise.reject(new Error('no network'));
    try {
      const { element } = await unfolded([listed]);
      await waitUntil(() => within(element).querySelector('.problem'));
      messagesFile.load = load;
      within(element).querySelector('button')!.click();
      await waitUntil(() => shownText(element).includes('Sent on'), 'the file comes');
    } finally {
      messagesFile.load = load;
    }
  });

  it('speaks five languages', async () => {
    const english = messageTexts('en');
    for (const lang of ['de', 'es', 'fr', 'ar']) {
      const texts = messageTexts(`${lang}-XX`);
      expect(Object.keys(texts).sort()).to.deep.equal(Object.keys(english).sort());
      for (const [name, text] of Object.entries(english))
        expect(texts[name as keyof typeof texts].match(/\{\w+\}/g), name).to.deep.equal(text.match(/\{\w+\}/g));
    }
    await shown(listed, messageTexts('ar').why_no_address, { lang: 'ar' });
  });
});
