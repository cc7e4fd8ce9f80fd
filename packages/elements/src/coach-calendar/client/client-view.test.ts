import { expect } from '@open-wc/testing';
import { clientViews } from '../../../test/client-states.ts';
import { dialogText, factsOf, stageClient, type ClientStage } from '../../../test/client-stage.ts';
import { find, findAll } from '../../../test/mount-calendar.ts';

const section = ({ element }: ClientStage, name: string) =>
  find(element, `section[part="client-${name}"]`).textContent.replace(/\s+/g, ' ').trim();

describe('a client is shown', () => {
  it('shows injuries first, then goals, food and gym', async () => {
    const stage = await stageClient(clientViews.full);
    expect(
      findAll(stage.element, '.panel-client dl:first-of-type dt')
        .slice(0, 5)
        .map((term) => term.textContent!.trim()),
    ).to.deep.equal(['Injuries', 'Health complications', 'Goals', 'Dietary restrictions', 'Gym access']);
    expect(factsOf(stage)).to.include({
      Injuries: 'Left knee, torn meniscus (2026)Lower back',
      'Health complications': 'Asthma',
      Goals: 'First pull-upRun 10 km',
      'Dietary restrictions': 'VegetarianNo peanuts',
      'Gym access': 'Gym and at home',
      Born: '2 Jun 1991 (age 36)',
      Height: '168 cm',
      Weight: '79 kg',
      Measurements: 'Waist: 74.5 cmCalf: 36 cm',
    });
    expect(findAll(stage.element, '.careful')).to.have.length(2);
  });

  it('shows unanswered questions as such, which differ from an answer of none', async () => {
    const { profile } = clientViews.full;
    const quiet = { ...profile, profile: { ...profile.profile, injuries: [], gymAccess: null } };
    const stage = await stageClient({ ...clientViews.full, profile: quiet });
    expect(factsOf(stage)).to.include({ Injuries: 'Not told', 'Gym access': 'Not told' });
    expect(findAll(stage.element, '.careful')).to.have.length(1);
    const none = { ...profile, profile: { ...profile.profile, gymAccess: 'none' as const } };
    stage.flow.set({ client: { ...clientViews.full, profile: none } });
    await stage.element.updateComplete;
    expect(factsOf(stage)).to.include({ 'Gym access': 'None' });
  });

  it('shows the last workouts, alike sets together, and folds the earlier ones', async () => {
    const text = section(await stageClient(clientViews.full), 'workouts');
    expect(text).to.contain('Lower body 11 Apr 2028 · 55 min');
    expect(text)
      .to.contain('Squat: 2 × 5 × 60 kg, 4 × 62.5 kg')
      .and.contain('Push-ups: 12 reps')
      .and.contain('Plank: 2 × 45 sec');
    expect(text).to.contain('Run: 6.2 km, 38 mins 5 secs').and.contain('Best one this week.').and.contain('3 more');
  });

  it('shows the diet by day, and the average per day where it was counted', async () => {
    const text = section(await stageClient(clientViews.full), 'diet');
    expect(text).to.contain('2,060 kcal a day on average, over 4 days').and.contain('2,000 kcal');
    expect(text).to.contain('Breakfast: Oats with berries 420 kcal, protein 18 g, carbohydrates 62 g, fat 9.5 g');
    expect(text).to.contain('Dinner: Lentil curry').and.contain('2 more');
  });

  it('draws a chart for each metric, by its name or its own word, with a table in it', async () => {
    const stage = await stageClient(clientViews.full);
    const charts = findAll(stage.element, 'figure');
    expect(charts.map((chart) => chart.querySelector('figcaption')!.textContent)).to.deep.equal([
      'Weight (kg)',
      'Grip strength (kg)',
    ]);
    expect(charts[0]!.querySelector('.chart-summary')!.textContent).to.equal('From 83.4 kg to 79 kg, -0.52 kg a week');
    expect(charts[1]!.querySelector('.chart-summary')!.textContent).to.equal('41 kg');
    expect(charts[0]!.querySelectorAll('tbody tr')).to.have.length(9);
  });

  it('draws all measurements of a trend in its unit, also those in pounds, and other units separately', async () => {
    const point = (date: string, value: number, unit: string, createdAt = `${date}T08:00:00Z`) => ({
      date,
      entries: [{ id: '665f00000000000000000200', date, metric: 'weight', value, unit, notes: '', createdAt }],
    });
    const trend = {
      metric: 'weight',
      count: 2,
      first: { date: '', value: 0 },
      last: { date: '', value: 0 },
      change: 0,
      ratePerWeek: null,
    };
    const days = [point('2028-04-10', 80, 'kg'), point('2028-04-09', 12.5, 'stone'), point('2028-04-03', 200, 'lbs')];
    const progress = {
      ...clientViews.full.progress,
      days,
      trends: [
        { ...trend, unit: 'kg' },
        { ...trend, unit: 'stone' },
      ],
    };
    const stage = await stageClient({ ...clientViews.full, progress });
    expect(findAll(stage.element, '.chart-summary').map((each) => each.textContent)).to.deep.equal([
      'From 90.72 kg to 80 kg',
      '12.5 stone',
    ]);
    expect(findAll(stage.element, 'figure:first-of-type tbody th').map((each) => each.textContent)).to.deep.equal([
      '3 Apr 2028',
      '10 Apr 2028',
    ]);
  });

  it('shows past and coming bookings with the coach', async () => {
    expect(factsOf(await stageClient(clientViews.full))).to.include({
      'Connected since': '10 Jan 2028',
      Bookings: '12',
      'Last session': '10 Apr 2028, 09:00',
      'Next session': 'Thursday 13 April, 09:00',
    });
  });

  it('shows in each part that nothing was logged, and since when the coach is connected', async () => {
    const stage = await stageClient(clientViews.unlogged);
    for (const name of ['progress', 'workouts', 'diet'])
      expect(section(stage, name)).to.contain('Nothing logged since 13 Feb 2028.');
    expect(factsOf(stage)).to.include({ 'Health complications': 'Asthma' });
  });

  it('shows one sentence and the bookings for a client without anything', async () => {
    const stage = await stageClient(clientViews.empty);
    expect(dialogText(stage)).to.contain(
      'Ana Diaz has filled in no profile, and has logged nothing since 13 Feb 2028.',
    );
    expect(findAll(stage.element, '.panel-client section:not(.coach-notes)')).to.have.length(1);
    expect(factsOf(stage)).to.include({ Bookings: '12' });
  });

  it('shows what a client typed as plain text', async () => {
    const { profile } = clientViews.full;
    const typed = { ...profile, profile: { ...profile.profile, injuries: ['<img src=x onerror="alert(1)">'] } };
    const stage = await stageClient({ ...clientViews.full, profile: typed });
    expect(factsOf(stage)['Injuries']).to.equal('<img src=x onerror="alert(1)">');
    expect(findAll(stage.element, 'img')).to.have.length(0);
  });
});
