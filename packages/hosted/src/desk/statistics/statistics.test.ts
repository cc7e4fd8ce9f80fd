import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import { ConnectionError, type User } from '@coach-booking/sdk';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { statisticsCalls } from '../../../test/statistics-stage.ts';
import type { StatisticsCalls } from './calls.ts';
import { defineStatistics } from './elements.ts';
import { DeskStatistics } from './statistics-page.ts';

let calls: StatisticsCalls;
let saved: [string, string][];
class TestStatistics extends DeskStatistics {
  static override calls = () => calls;
  static override save = (name: string, text: string) => void saved.push([name, text]);
}
defineStatistics(TestStatistics);

let page: TestStatistics;
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((done) => setTimeout(done));
};
async function open({
  user = account('coach'),
  with: given = statisticsCalls(),
}: { user?: User; with?: StatisticsCalls } = {}) {
  page?.remove();
  saved = [];
  calls = given;
  page = document.createElement('coach-desk-statistics') as TestStatistics;
  Object.assign(page, { session: sessionOf(user), user, coach: 'me' });
  document.body.append(page);
  await settle();
}
const root = () => page.shadowRoot!;
const plain = (text: string) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const text = () => plain(root().textContent);
const figure = (title: string) =>
  [...root().querySelectorAll('figure')].find((one) => one.querySelector('h3')!.textContent === title)!;
const rowsOf = (title: string) =>
  [...figure(title).querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => plain(cell.textContent)).join(' | '),
  );
async function choose(value: string) {
  const select = root().querySelector<HTMLSelectElement>('#last')!;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
}

/** Calls that record with what they were made. */
const recorded = () => {
  const asked: [string, Record<string, unknown>][] = [];
  const record = (name: string, call: (input: never) => unknown) => (input: Record<string, unknown>) => {
    asked.push([name, input]);
    return call(input as never);
  };
  const all = Object.entries(statisticsCalls()).map(([name, call]) => [name, record(name, call as never)]);
  return { asked, calls: Object.fromEntries(all) as StatisticsCalls };
};

describe('the page of statistics', () => {
  const tables = () => root().querySelectorAll('details');
  for (const [state, reach] of Object.entries({
    'with figures': () => open({ user: account('admin') }),
    'with open tables': async () => {
      await open();
      for (const details of tables()) details.open = true;
    },
    'with dates that are wrong': async () => {
      await open({ user: account('staff') });
      await choose('own');
      root().querySelector('form')!.requestSubmit();
      await settle();
    },
    'without any': () => open({ with: statisticsCalls({}, true) }),
  }))
    it(`passes the accessibility check: ${state}`, async () => {
      await reach();
      await expect(page).to.be.accessible();
    });

  it('shows the figures of the bookings of the last thirty days', async () => {
    const { asked, calls: given } = recorded();
    await open({ with: given });
    expect(asked[0]).to.deep.equal(['getStats', { coach: 'me', period: 30 }]);
    const figures = [...root().querySelectorAll('dl > div')].map((one) => plain(one.textContent));
    expect(figures).to.include.members(['Bookings45', 'Completed73.3%', 'Busiest dayTuesday', 'Busiest hour2 PM']);
    expect(figures).to.include.members(['Of the open hours25.6%']);
    expect(figures).to.include.members(['Against the period before+15.4%', 'Revenue in EUR€2,250.00']);
    expect(rowsOf('Bookings by status')).to.deep.equal([
      'Completed | 33 | 73.3%',
      'Cancelled | 5 | 11.1%',
      'Confirmed | 4 | 8.9%',
      'No-show | 3 | 6.7%',
    ]);
  });

  it('compares with as many days before: each figure, and a column of each table', async () => {
    const { asked, calls: given } = recorded();
    const getStats = (async (input: { from?: string }) => {
      const now = await given.getStats(input as never);
      if (input.from === undefined) return now;
      const [completed, , ...others] = now.byStatus;
      const byStatus = [{ ...completed!, count: 21 }, ...others, { status: 'pending', count: 2, percentage: 5 }];
      return { ...now, summary: { ...now.summary, total: 39 }, byStatus };
    }) as StatisticsCalls['getStats'];
    await open({ with: { ...given, getStats } });
    expect(text()).not.to.contain('Before:');
    root().querySelector<HTMLInputElement>('#compare')!.click();
    await waitUntil(() => text().includes('Before: 39'), 'the earlier figures are shown');
    const range = { from: '2028-02-15', to: '2028-03-15' };
    expect(asked.filter(([name]) => name === 'getStats').at(-1)![1]).to.deep.equal({ coach: 'me', ...range });
    expect(rowsOf('Bookings by status')).to.deep.equal([
      'Completed | 33 | 73.3% | 21',
      'Cancelled | 5 | 11.1% | 0',
      'Confirmed | 4 | 8.9% | 4',
      'No-show | 3 | 6.7% | 3',
      'Pending | 0 | 0% | 2',
    ]);
    await expect(page).to.be.accessible();
    root().querySelector<HTMLInputElement>('#compare')!.click();
    await waitUntil(() => !text().includes('Before:'), 'they are gone');
  });

  it('draws the hours of the week from its first day, the darkest where most sessions begin', async () => {
    await open();
    expect(rowsOf('Busy hours').slice(0, 3)).to.deep.equal([
      'Monday, 7 AM | 3',
      'Monday, 6 PM | 6',
      'Tuesday, 9 AM | 4',
    ]);
    const fields = [...root().querySelectorAll('.week rect')].map((field) =>
      Number(field.getAttribute('fill-opacity')),
    );
    expect(fields).to.have.lengthOf(8);
    expect(fields.indexOf(Math.max(...fields))).to.equal(3);
    expect([...root().querySelectorAll('.week-days span')].map(({ textContent }) => textContent)[0]).to.equal('Sun');
    expect(plain(root().querySelector('.week .ends')!.textContent)).to.equal('7 AM6 PM');
  });

  it('asks for all figures of the period that the server names', async () => {
    const { asked, calls: given } = recorded();
    await open({ with: given });
    const range = { from: '2028-03-16', to: '2028-04-14' };
    for (const [name, input] of asked.slice(1)) if (name !== 'getReliability') expect(input).to.include(range);
    expect(asked.map(([name, { groupBy }]) => [name, groupBy])).to.deep.equal([
      ['getStats', undefined],
      ['getConversion', 'service'],
      ['getConversion', 'source'],
      ['getConversion', 'day'],
      ['getRecoveryFunnel', undefined],
      ['getReliability', undefined],
    ]);
  });

  it('shows how visits become bookings, by service, source and day', async () => {
    await open();
    expect(text()).to.contain('Visits: 320. Bookings: 41, which is 12.8%.');
    expect(rowsOf('Conversion by service')).to.deep.equal([
      'Personal training, 60 minutes | 14.3% | 210 | 40 | 30',
      'First call | 8.3% | 120 | 18 | 10',
      'No longer offered | 12.5% | 8 | 0 | 1',
    ]);
    expect(rowsOf('Conversion by source')[0]).to.equal('Direct | 11% | 200 | 30 | 22');
    expect(rowsOf('Conversion by source').at(-1)).to.equal('Other | – | 0 | 0 | 0');
    expect(rowsOf('Visits and bookings by day')).to.have.length(30);
    expect(figure('Conversion of all coaches')).to.equal(undefined);
  });

  it('shows no rate where more was booked than visited', async () => {
    const { getConversion } = statisticsCalls();
    const more = (async (input: Parameters<typeof getConversion>[0]) => {
      const found = await getConversion(input);
      return { ...found, total: { ...found.total, views: 1, bookings: 9, rate: 100 } };
    }) as typeof getConversion;
    await open({ with: statisticsCalls({ getConversion: more }) });
    expect(text()).to.contain('Visits: 1. Bookings: 9, some of them without a counted visit.');
    const bars = [...figure('Conversion by source').querySelectorAll('.bar-value')].map((one) =>
      plain(one.textContent),
    );
    expect(bars).to.deep.equal(['11%', '15%', '20%', '10%', '–']);
  });

  it('shows an admin all coaches, and a member of the team nothing of suggestions', async () => {
    await open({ user: account('admin') });
    expect(rowsOf('Conversion of all coaches')).to.deep.equal([
      'Coach A | 12.8% | 320 | 58 | 41',
      'Coach B | 3.3% | 90 | 10 | 3',
    ]);
    await open({ user: account('staff') });
    expect(figure('Predicted and observed')).to.equal(undefined);
  });

  it('shows what became of unfinished bookings, and how suggestions came true', async () => {
    await open();
    expect(text()).to.contain('Of the abandoned ones, 25% came back.');
    expect(rowsOf('From consent to booking')[0]).to.equal('Agreed to a reminder | 40');
    expect(rowsOf('Predicted and observed')[0]).to.equal('0% – 10% | 7.1% | 8.3% | 840');
    expect(text()).to.contain('On average predictions are off by 1.7%. Suggestions are corrected by this.');
    expect(text()).to.contain('Visits are an estimate');
    expect(figure('Predicted and observed').querySelector('.points')!.getAttribute('d')).to.contain('M7.1 91.7h.01');
  });

  it('describes each picture for those who do not see it', async () => {
    await open();
    for (const picture of root().querySelectorAll('[role=img]'))
      expect(plain(picture.getAttribute('aria-label')!), 'a label').to.match(/^[^:]+: .+\d/);
  });

  it('hands over a table as a file', async () => {
    await open();
    figure('Conversion by source').querySelector('button')!.click();
    const [[name, csv]] = saved as [[string, string]];
    expect(name).to.equal('conversion-by-source.csv');
    expect(csv.split('\r\n').slice(0, 2)).to.deep.equal([
      'Source,Conversion,Visits,Times chosen,Bookings',
      'Direct,11,200,30,22',
    ]);
    expect(csv).to.contain("'=sum(1),10,10,2,1");
    figure('Visits and bookings by day').querySelector('button')!.click();
    expect(saved[1]![1].split('\r\n')[1]).to.match(/^2028-03-16,\d+,\d+$/);
  });

  it('shows another period, of days or of dates', async () => {
    const { asked, calls: given } = recorded();
    await open({ with: given });
    await choose('90');
    expect(asked.filter(([name]) => name === 'getStats').at(-1)![1]).to.deep.equal({ coach: 'me', period: 90 });
    const before = asked.length;
    await choose('own');
    expect(asked.length, 'nothing is asked before there are dates').to.equal(before);
    const type = (from: string, to: string) => {
      root().querySelector<HTMLInputElement>('#from')!.value = from;
      root().querySelector<HTMLInputElement>('#to')!.value = to;
      root().querySelector('form')!.requestSubmit();
      return settle();
    };
    await type('2028-04-02', '2028-04-01');
    expect(root().querySelector('#wrong-range')!.textContent).to.contain('the first not after the second');
    await type('2025-01-01', '2028-04-01');
    expect(root().querySelector('#wrong-range')).not.to.equal(null);
    expect(asked.length).to.equal(before);
    await type('2028-04-01', '2028-04-02');
    expect(root().querySelector('#wrong-range')).to.equal(null);
    const range = { from: '2028-04-01', to: '2028-04-02' };
    expect(asked.filter(([name]) => name === 'getStats').at(-1)![1]).to.deep.equal({ coach: 'me', ...range });
  });

  it('shows the period that was chosen last, when an answer comes late', async () => {
    const answers: ((value: unknown) => void)[] = [];
    const asked: unknown[] = [];
    const late = ((input: unknown) => {
      asked.push(input);
      return new Promise((done) => answers.push(done));
    }) as never;
    await open({ with: statisticsCalls({ getStats: late }) });
    await choose('7');
    const { getStats } = statisticsCalls();
    answers[0]!(await getStats({ coach: 'me' }));
    await settle();
    expect(asked).to.deep.equal([
      { coach: 'me', period: 30 },
      { coach: 'me', period: 7 },
    ]);
    expect(root().querySelector('figure'), 'the first answer is dropped').to.equal(null);
    answers[1]!(await getStats({ coach: 'me' }));
    await settle();
    expect(root().querySelector('figure')).not.to.equal(null);
  });

  it('says that there is nothing, without a picture of it', async () => {
    await open({ with: statisticsCalls({}, true) });
    for (const sentence of [
      'No visit was counted in this period.',
      'Nobody agreed to be reminded',
      'No visit was counted yet.',
    ])
      expect(text()).to.contain(sentence);
    expect(root().querySelectorAll('figure')).to.have.length(0);
  });

  it('says what went wrong, and looks again on demand', async () => {
    const getStats = () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1/coaches/me/bookings/stats'));
    await open({ with: statisticsCalls({ getStats: getStats as never }) });
    expect(root().querySelector('[role=alert]')!.textContent.trim()).not.to.equal('');
    Object.assign(calls, { getStats: statisticsCalls().getStats });
    [...root().querySelectorAll('button')].find((button) => button.textContent.trim() === 'Look again')!.click();
    await settle();
    expect(root().querySelectorAll('figure').length).to.be.above(5);
  });
});
