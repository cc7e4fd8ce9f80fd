import { expect } from '@open-wc/testing';
import type { CalendarBooking, FormAnswer } from '@coach-booking/sdk';
import { calendarProblem, calendarState, oneOfEach } from '../../../../test/calendar-states.ts';
import { stagePanel } from '../../../../test/panel-stage.ts';
import { waitUntil } from '../../../../test/wait-until.ts';

const answers = [
  { id: 'goal', kind: 'text', label: 'Your goal?', version: 1, value: 'Run 10 km' },
  { id: 'days', kind: 'several', label: 'Which days?', version: 1, value: ['Monday', 'Friday'] },
  { id: 'dog', kind: 'checkbox', label: 'With your dog?', version: 1, value: 'true' },
  { id: 'injuries', kind: 'long_text', label: 'Any injuries?', version: 1, health: true },
] as const;
const booking = { ...oneOfEach[6]!, intake: { answers: [...answers] } } as unknown as CalendarBooking;
const read: FormAnswer = {
  intake: { answers: answers.map((one) => ('value' in one ? one : { ...one, value: 'Left knee' })) as never },
  problem: null,
};

async function shown(answer: FormAnswer, theme = 'light') {
  const element = await stagePanel(null, calendarState({ bookings: [booking] }), { theme });
  const asked: string[] = [];
  Object.assign(element.flow, { readAnswers: async (id: string) => (asked.push(id), answer) });
  element.panel = { kind: 'booking', id: booking.id };
  element.requestUpdate();
  await element.updateComplete;
  const part = () => element.renderRoot.querySelector<HTMLDetailsElement>('[part~="health"]')!;
  const open = async () => {
    part().open = true;
    await waitUntil(() => part().querySelector('dl, .problem'), 'the file comes');
  };
  return { element, asked, part, open };
}

describe('the answers in the panel of a booking', () => {
  for (const theme of ['light', 'dark'])
    it(`passes the accessibility check, ${theme}`, async () => {
      const { element, open } = await shown(read, theme);
      await open();
      await expect(element).to.be.accessible();
    });

  it('shows each question with its answer, and reads nothing about health by itself', async () => {
    const { element, asked } = await shown(read);
    const text = element.renderRoot.querySelector('[part~="answers"]')!.textContent.replace(/\s+/g, ' ');
    expect(text).to.contain('Your goal?').and.to.contain('Run 10 km').and.to.contain('Monday, Friday');
    expect(text).to.contain('✓').and.not.to.contain('injuries');
    expect(asked).to.deep.equal([]);
  });

  it('reads answers about health when they are opened, and says that this is noted', async () => {
    const { asked, part, open } = await shown(read);
    await open();
    expect(asked).to.deep.equal([booking.id]);
    expect(part().textContent).to.contain('Left knee').and.to.contain('audit log').and.not.to.contain('Run 10 km');
  });

  it('explains what went wrong, and tries again', async () => {
    const { asked, part, open } = await shown({ intake: null, problem: calendarProblem('offline') });
    await open();
    part().querySelector<HTMLButtonElement>('button')!.click();
    expect(asked).to.have.length(2);
  });
});
