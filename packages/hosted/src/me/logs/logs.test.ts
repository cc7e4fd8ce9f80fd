import { expect } from '@open-wc/testing';
import { ConnectionError, NotFoundError } from '@coach-booking/sdk';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { noLogs, ownMeals, ownProgress, ownWorkouts } from '../../../test/me-log-stage.ts';
import { ME_NOW, meCallsOf } from '../../../test/me-stage.ts';
import { failure } from '../../../test/page-acts.ts';
import type { MeCalls } from '../calls.ts';
import { meElements } from '../elements.ts';
import { MeSection } from '../me-section.ts';
import { MeLog } from './log-part.ts';

let asked: [string, unknown][];
let answers: MeCalls;
let element: HTMLElement & { updateComplete: Promise<unknown> };

MeSection.calls = () => answers;
MeLog.now = () => ME_NOW;
for (const [tag, own] of Object.entries(meElements)) customElements.define(tag, own);

type Tag = 'coach-me-workouts' | 'coach-me-meals' | 'coach-me-progress';
async function open(tag: Tag, change: Partial<MeCalls> = {}): Promise<void> {
  element?.remove();
  asked = [];
  answers = new Proxy(meCallsOf(change), {
    get: (calls, name: keyof MeCalls) => (input: unknown) => {
      asked.push([name, input]);
      return (calls[name] as (given: unknown) => unknown)(input);
    },
  });
  element = document.createElement(tag) as typeof element;
  Object.assign(element, { session: sessionOf(null) });
  document.body.append(element);
  await element.updateComplete;
}
const all = (selector: string) => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const text = () =>
  element
    .shadowRoot!.textContent.replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const shows = (words: string) => waitUntil(() => text().includes(words), `shows ${words}`);
const plain = (words: string) => words.replace(/[\u2066-\u2069]/g, '');
const press = (words: string) =>
  all('button')
    .find(({ textContent, ariaLabel }) => textContent.includes(words) || plain(ariaLabel ?? '').includes(words))!
    .click();
const type = (id: string, value: string, event = 'input') => {
  const field = all(`#${id}`)[0] as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event(event, { bubbles: true }));
};
const sent = (name: keyof MeCalls) => asked.find(([called]) => called === name)?.[1];
const toast = () => document.querySelector('coach-toasts')?.shadowRoot?.textContent ?? '';

describe('the logs of a client', () => {
  afterEach(() => {
    MeLog.ask = () => true;
  });

  it('passes the accessibility check: each log with its form, and without an entry', async () => {
    for (const [tag, add, field] of [
      ['coach-me-workouts', 'Add a workout', '#title'],
      ['coach-me-meals', 'Add a meal', '#description'],
      ['coach-me-progress', 'Add a measurement', '#value'],
    ] as const) {
      await open(tag);
      await shows('Entries');
      await expect(element).to.be.accessible();
      press(add);
      await waitUntil(() => all(`dialog[open] ${field}`).length > 0);
      if (tag === 'coach-me-workouts') {
        press('Add an exercise');
        await waitUntil(() => all('#exercise-0')[0]?.matches(':focus'));
      }
      await expect(element).to.be.accessible();
      await open(tag, noLogs);
      await shows('Nothing logged since');
      await expect(element).to.be.accessible();
    }
  });

  it('shows workouts day by day, alike sets together, and the time of each week with a table', async () => {
    await open('coach-me-workouts');
    await shows('Lower body');
    expect(text()).to.contain('Squat: 2 × 5 × 60 kg').and.contain('Plank: 45 sec').and.contain('Felt strong.');
    expect(all('figcaption').map((each) => each.textContent)).to.deep.equal(['Training time by week (min)']);
    expect(all('tbody tr').length).to.be.greaterThan(2);
    expect(sent('listMyWorkoutLogs')).to.deep.equal({ from: '2028-03-18', to: '2028-04-15' });
  });

  it('reads a longer period, and keeps what is shown until then', async () => {
    await open('coach-me-workouts');
    await shows('Lower body');
    all('input[value="365"]')[0]!.click();
    await waitUntil(() => asked.length === 2);
    expect(asked[1]).to.deep.equal(['listMyWorkoutLogs', { from: '2027-04-16', to: '2028-04-15' }]);
    expect(text()).to.contain('Lower body');
  });

  it('adds a workout with its exercises and sets, the next set like the last', async () => {
    await open('coach-me-workouts');
    await shows('Lower body');
    press('Add a workout');
    await waitUntil(() => all('#title').length > 0);
    type('title', ' Legs ');
    type('duration', '50');
    press('Add an exercise');
    await waitUntil(() => all('#exercise-0')[0]?.matches(':focus'));
    type('exercise-0', 'Squat');
    type('reps-0-0', '5');
    type('weightKg-0-0', '62.5');
    press('Add a set');
    await waitUntil(() => all('#reps-0-1')[0]?.matches(':focus'));
    press('Save');
    await waitUntil(() => sent('addWorkoutLog'));
    const set = { reps: 5, weightKg: 62.5 };
    expect(sent('addWorkoutLog')).to.deep.equal({
      date: '2028-04-14',
      title: 'Legs',
      notes: '',
      duration: 50,
      exercises: [{ name: 'Squat', sets: [set, set] }],
    });
    await waitUntil(() => toast().includes('The entry is saved.'));
    expect(all('dialog')).to.have.length(0);
  });

  it('marks the first field that is not as it has to be, and sends nothing', async () => {
    await open('coach-me-meals');
    await shows('Entries');
    press('Add a meal');
    await waitUntil(() => all('#description').length > 0);
    type('description', '  ');
    press('Save');
    await waitUntil(() => all('#description')[0]!.matches(':focus'));
    expect(all('#description-error')[0]!.textContent).to.contain('fill this in');
    type('description', 'Soup');
    type('calories', '99999');
    press('Save');
    await waitUntil(() => all('#calories-error').length > 0);
    type('calories', '');
    type('date', '2028-04-16');
    press('Save');
    await shows('from 1900 to tomorrow');
    expect(sent('addDietLog')).to.equal(undefined);
  });

  it('changes a meal, and removes a number that was emptied', async () => {
    await open('coach-me-meals');
    await shows('Oats and berries');
    expect(text()).to.contain('420 kcal, protein 18 g').and.contain('1,590 kcal a day on average, over 2 days');
    press('Edit: Breakfast, Oats');
    await waitUntil(() => all('#fatG').length > 0);
    type('fatG', '');
    press('Save');
    await waitUntil(() => sent('updateDietLog'));
    expect(sent('updateDietLog')).to.include({ id: ownMeals.days[0]!.entries[0]!.id, calories: 420, fatG: null });
  });

  it('shows a chart for each metric, and takes one with a name of its own', async () => {
    await open('coach-me-progress');
    await shows('Entries');
    expect(all('figcaption').map((each) => each.textContent)).to.deep.equal(['Weight (kg)', 'Grip strength (kg)']);
    expect(text()).to.contain('From 83.4 kg to 79 kg');
    press('Add a measurement');
    await waitUntil(() => all('#metric').length > 0);
    expect((all('#metric')[0] as HTMLSelectElement).value).to.equal('grip_strength');
    type('metric', '', 'change');
    await waitUntil(() => all('#name').length > 0);
    type('name', 'قوة');
    type('value', '12.5');
    type('unit', 'cm');
    press('Save');
    await shows('Latin letters');
    await waitUntil(() => all('#name-error').length > 0);
    type('name', 'Sit and reach');
    press('Save');
    await waitUntil(() => sent('addProgress'));
    expect(sent('addProgress')).to.deep.equal({
      ...{ date: '2028-04-14', notes: '', metric: 'sit_and_reach', value: 12.5, unit: 'cm' },
    });
  });

  it('deletes an entry, and puts it back', async () => {
    await open('coach-me-progress');
    await shows('Entries');
    press('Edit: Grip strength');
    await waitUntil(() => all('dialog[open]').length > 0);
    press('Delete');
    await waitUntil(() => toast().includes('The entry is deleted.'));
    const { id, ...entry } = ownProgress.days[0]!.entries[0]!;
    expect(sent('deleteProgress')).to.deep.equal({ id });
    const undo = [...document.querySelector('coach-toasts')!.shadowRoot!.querySelectorAll('button')];
    undo.find(({ textContent }) => textContent.includes('Undo'))!.click();
    await waitUntil(() => sent('addProgress'));
    const { createdAt: _, ...fields } = entry;
    expect(sent('addProgress')).to.deep.equal(fields);
  });

  it('says what went wrong, and keeps what was typed', async () => {
    const gone = async () => Promise.reject(new NotFoundError(failure(404, 'LOG_NOT_FOUND')));
    await open('coach-me-workouts', { updateWorkoutLog: gone });
    await shows('Lower body');
    press('Edit: Lower body');
    await waitUntil(() => all('#title').length > 0);
    type('title', 'Legs');
    press('Save');
    await shows('This entry was deleted in the meantime.');
    expect((all('#title')[0] as HTMLInputElement).value).to.equal('Legs');
  });

  it('asks before something typed is closed', async () => {
    const questions: string[] = [];
    MeLog.ask = (question) => {
      questions.push(question);
      return questions.length > 1;
    };
    await open('coach-me-workouts');
    await shows('Lower body');
    press('Add a workout');
    await waitUntil(() => all('dialog[open]').length > 0);
    type('title', 'Legs');
    const close = () => all('dialog header button')[0]!.click();
    close();
    expect(all('dialog[open]')).to.have.length(1);
    close();
    await waitUntil(() => all('dialog').length === 0);
    expect(questions).to.have.length(2);
  });

  it('shows twenty entries, and more on request', async () => {
    const [day] = ownWorkouts.days;
    const entries = Array.from({ length: 45 }, (_, n) => ({ ...day!.entries[0]!, title: `Workout ${n + 1}` }));
    await open('coach-me-workouts', {
      listMyWorkoutLogs: async () => ({ ...ownWorkouts, days: [{ date: day!.date, entries }] }),
    });
    await shows('Workout 20');
    expect(all('.entry')).to.have.length(20);
    press('Show more');
    await waitUntil(() => all('.entry').length === 40);
    await waitUntil(() => all('.entry button')[20]!.matches(':focus'));
    press('Show more');
    await waitUntil(() => all('.entry').length === 45);
    expect(text()).not.to.contain('Show more');
  });

  it('offers to try again where the log could not be read', async () => {
    let isOffline = true;
    const failing = () => new ConnectionError('OFFLINE', 'GET', '/v1');
    await open('coach-me-meals', {
      listMyDietLogs: async () => (isOffline ? Promise.reject(failing()) : ownMeals),
    });
    await shows('cannot be reached');
    isOffline = false;
    press('Try again');
    await shows('Oats and berries');
  });
});
