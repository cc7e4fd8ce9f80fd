import { expect, waitUntil } from '@open-wc/testing';
import { calendarBooking } from '../../../test/calendar-states.ts';
import { clientBooking, clientViews, clientWeek } from '../../../test/client-states.ts';
import { dialogText, isRead, stageBooking, stageClient } from '../../../test/client-stage.ts';
import { bookingOf, find, findAll, focused, press } from '../../../test/mount-calendar.ts';
import { clientFile } from '../panels/client/client-panel.ts';
import { clientTranslationFor } from './translations/index.ts';
import { en } from './translations/en.ts';

const id = clientBooking.attendee.id;
const button = 'button[part~="client"]';
const title = ({ element }: Awaited<ReturnType<typeof stageBooking>>) => find(element, '#panel-title').textContent;
/** The terms and what stands beside them, of the lists of facts. */
const facts = ({ element }: Awaited<ReturnType<typeof stageBooking>>) =>
  Object.fromEntries(
    findAll(element, '.panel-client dl > div').map((row) =>
      [...row.children].map((each) => each.textContent!.replace(/\s+/g, ' ').trim()),
    ) as [string, string][],
  );
const section = ({ element }: Awaited<ReturnType<typeof stageBooking>>, name: string) =>
  find(element, `section[part="client-${name}"]`).textContent.replace(/\s+/g, ' ').trim();

describe('the way to a client', () => {
  it('is not there on a booking of a guest', async () => {
    const guest = await stageBooking({}, { name: 'Ben Okafor' });
    expect(guest.element.shadowRoot!.querySelector(button)).to.equal(null);
    await press(guest.element, 'i');
    expect(title(guest)).to.equal('Ben Okafor');
    expect(find(guest.element, 'dialog .panel').part.contains('panel-booking')).to.equal(true);
  });

  it('reads the client once, when the panel is opened, and not before', async () => {
    const stage = await stageBooking();
    expect(stage.flow.asked('openClient')).to.deep.equal([]);
    find(stage.element, button).click();
    await isRead(stage);
    stage.flow.set({ client: clientViews.full });
    stage.flow.set({ connection: 'connecting' });
    await stage.element.updateComplete;
    expect(stage.flow.asked('openClient')).to.deep.equal([[id]]);
  });

  it('puts the keyboard on the name of the client', async () => {
    const { element } = await stageClient(clientViews.full);
    expect(focused(element)!.id).to.equal('panel-title');
    expect(focused(element)!.textContent).to.equal('Ana Diaz');
  });

  for (const [how, leave] of [
    ['Escape', (element) => press(element, 'Escape')],
    ['the button back', async (element) => find(element, '.panel header .icon').click()],
  ] as readonly (readonly [string, (element: Awaited<ReturnType<typeof stageBooking>>['element']) => Promise<void>])[])
    it(`leads back to the booking with ${how}, the keyboard on the button, and the client is forgotten`, async () => {
      const stage = await stageClient(clientViews.full);
      await leave(stage.element);
      await stage.element.updateComplete;
      expect(find(stage.element, 'dialog .panel').part.contains('panel-booking')).to.equal(true);
      expect(focused(stage.element)).to.equal(find(stage.element, button));
      expect(stage.flow.asked('openClient')).to.deep.equal([[id], [null]]);
    });

  it('leaves what was being typed in the booking as it was', async () => {
    const stage = await stageBooking();
    find(stage.element, '.notes .link').click();
    await stage.element.updateComplete;
    const field = find<HTMLTextAreaElement>(stage.element, '#booking-notes');
    field.value = 'Bring the belt and the i';
    field.dispatchEvent(new Event('input'));
    await press(stage.element, 'i');
    expect(stage.flow.asked('openClient')).to.deep.equal([]);
    find(stage.element, button).click();
    await isRead(stage);
    await press(stage.element, 'Escape');
    expect(find<HTMLTextAreaElement>(stage.element, '#booking-notes').value).to.equal('Bring the belt and the i');
  });

  it('closes altogether with the cross, the keyboard back on the booking in the week', async () => {
    const stage = await stageClient(clientViews.full);
    find(stage.element, '.panel header [part="close"]').click();
    await stage.element.updateComplete;
    expect(stage.element.shadowRoot!.querySelector('dialog')).to.equal(null);
    expect(focused(stage.element)).to.equal(bookingOf(stage.element, 'Ana Diaz'));
    expect(stage.flow.asked('openClient')).to.deep.equal([[id], [null]]);
  });

  it('is the key i, on the panel of a booking and on a booking of the week; ? lists it', async () => {
    const stage = await stageBooking();
    await press(stage.element, 'i', { ctrlKey: true });
    expect(title(stage)).to.equal('Ana Diaz');
    await press(stage.element, 'i');
    await isRead(stage);
    find(stage.element, '.panel header [part="close"]').click();
    await stage.element.updateComplete;
    await press(stage.element, 'i');
    await isRead(stage, 3);
    expect(stage.flow.asked('openClient')).to.deep.equal([[id], [null], [id]]);
    await press(stage.element, 'Escape');
    expect(find(stage.element, 'dialog .panel').part.contains('panel-booking')).to.equal(true);
    find(stage.element, '.panel header [part="close"]').click();
    await stage.element.updateComplete;
    await press(stage.element, '?');
    expect(dialogText(stage)).to.contain('The client: profile and logs');
  });

  it('forgets the client when the calendar leaves the page, and reads anew when it comes back', async () => {
    const stage = await stageClient(clientViews.full);
    const place = stage.element.parentElement!;
    stage.element.remove();
    await Promise.resolve();
    await Promise.resolve();
    expect(stage.flow.asked('openClient').at(-1)).to.deep.equal([null]);
    place.append(stage.element);
    await isRead(stage, 3);
    expect(stage.flow.asked('openClient').at(-1)).to.deep.equal([id]);
  });

  it('forgets the client when the session ends', async () => {
    const stage = await stageClient(clientViews.full);
    stage.flow.set({ phase: 'signed_out', client: null });
    await isRead(stage, 2);
    expect(stage.flow.asked('openClient').at(-1)).to.deep.equal([null]);
  });

  it('shows nobody else while another client is being read', async () => {
    const stage = await stageClient({ ...clientViews.full, id: '665f00000000000000000099' });
    expect(dialogText(stage)).to.contain(en.loading).and.not.contain('Left knee');
  });
});

describe('a client is shown', () => {
  it('with what may hurt first, then goals, food and gym', async () => {
    const stage = await stageClient(clientViews.full);
    expect(
      findAll(stage.element, '.panel-client dl:first-of-type dt')
        .slice(0, 5)
        .map((term) => term.textContent!.trim()),
    ).to.deep.equal(['Injuries', 'Health complications', 'Goals', 'Dietary restrictions', 'Gym access']);
    expect(facts(stage)).to.include({
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

  it('with what was not told said to be so, which is not the same as none', async () => {
    const { profile } = clientViews.full;
    const quiet = { ...profile, profile: { ...profile.profile, injuries: [], gymAccess: null } };
    const stage = await stageClient({ ...clientViews.full, profile: quiet });
    expect(facts(stage)).to.include({ Injuries: 'Not told', 'Gym access': 'Not told' });
    expect(findAll(stage.element, '.careful')).to.have.length(1);
    const none = { ...profile, profile: { ...profile.profile, gymAccess: 'none' as const } };
    stage.flow.set({ client: { ...clientViews.full, profile: none } });
    await stage.element.updateComplete;
    expect(facts(stage)).to.include({ 'Gym access': 'None' });
  });

  it('with the last workouts, sets that are alike together, and the earlier ones folded', async () => {
    const text = section(await stageClient(clientViews.full), 'workouts');
    expect(text).to.contain('Lower body 11 Apr 2028 · 55 min');
    expect(text).to.contain('Squat: 2 × 5 × 60 kg, 4 × 62.5 kg').and.contain('Push-ups: 12 reps').and.contain('Plank: 2 × 45 sec');
    expect(text).to.contain('Run: 6.2 km, 38 mins 5 secs').and.contain('Best one this week.').and.contain('3 more');
  });

  it('with the diet by day, and how much a day that is where it was counted', async () => {
    const text = section(await stageClient(clientViews.full), 'diet');
    expect(text).to.contain('2,060 kcal a day on average, over 4 days').and.contain('2,000 kcal');
    expect(text).to.contain('Breakfast: Oats with berries 420 kcal, protein 18 g, carbohydrates 62 g, fat 9.5 g');
    expect(text).to.contain('Dinner: Lentil curry').and.contain('2 more');
  });

  it('with a chart for each metric, by its name or its own word, and a table behind it', async () => {
    const stage = await stageClient(clientViews.full);
    const charts = findAll(stage.element, 'figure');
    expect(charts.map((chart) => chart.querySelector('figcaption')!.textContent)).to.deep.equal(['Weight (kg)', 'Grip strength (kg)']);
    expect(charts[0]!.querySelector('.chart-summary')!.textContent).to.equal('From 83.4 kg to 79 kg, -0.52 kg a week');
    expect(charts[1]!.querySelector('.chart-summary')!.textContent).to.equal('41 kg');
    expect(charts[0]!.querySelectorAll('tbody tr')).to.have.length(9);
  });

  it('with all measurements that a trend was counted from, in its unit, also those in pounds; what is in another unit apart', async () => {
    const point = (date: string, value: number, unit: string, createdAt = `${date}T08:00:00Z`) => ({
      date,
      entries: [{ id: '665f00000000000000000200', date, metric: 'weight', value, unit, notes: '', createdAt }],
    });
    const trend = { metric: 'weight', count: 2, first: { date: '', value: 0 }, last: { date: '', value: 0 }, change: 0, ratePerWeek: null };
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

  it('with what they had and will have with the coach', async () => {
    expect(facts(await stageClient(clientViews.full))).to.include({
      'Connected since': '10 Jan 2028',
      Bookings: '12',
      'Last session': '10 Apr 2028, 09:00',
      'Next session': 'Thursday 13 April, 09:00',
    });
  });

  it('without logs: each part says so, and since when', async () => {
    const stage = await stageClient(clientViews.unlogged);
    for (const name of ['progress', 'workouts', 'diet']) expect(section(stage, name)).to.contain('Nothing logged since 13 Feb 2028.');
    expect(facts(stage)).to.include({ 'Health complications': 'Asthma' });
  });

  it('without anything: one sentence, and what they have with the coach', async () => {
    const stage = await stageClient(clientViews.empty);
    expect(dialogText(stage)).to.contain('Ana Diaz has filled in no profile, and has logged nothing since 13 Feb 2028.');
    expect(findAll(stage.element, '.panel-client section')).to.have.length(1);
    expect(facts(stage)).to.include({ Bookings: '12' });
  });

  it('as words that a client typed, whatever they typed', async () => {
    const { profile } = clientViews.full;
    const typed = { ...profile, profile: { ...profile.profile, injuries: ['<img src=x onerror="alert(1)">'] } };
    const stage = await stageClient({ ...clientViews.full, profile: typed });
    expect(facts(stage)['Injuries']).to.equal('<img src=x onerror="alert(1)">');
    expect(findAll(stage.element, 'img')).to.have.length(0);
  });
});

describe('a client who cannot be shown', () => {
  it('is being read: it says so', async () => {
    const stage = await stageClient(clientViews.loading);
    expect(find(stage.element, '.panel-client [role=status]').textContent).to.equal(en.loading);
    expect(find(stage.element, '.panel-client').ariaBusy).to.equal('true');
  });

  it('S1 is not shared: it says what that means, and that there is nothing to try again', async () => {
    const stage = await stageClient(clientViews.notConnected);
    expect(dialogText(stage)).to.contain('Ana Diaz has not shared their profile with you.').and.contain('You see what each booking has');
    expect(findAll(stage.element, '.step button')).to.have.length(0);
  });

  for (const [name, words] of [
    ['failed', 'Something went wrong on our side. Please try again.'],
    ['offline', 'You are offline. A client is read from the server each time'],
    ['limited', 'Please wait 30 seconds.'],
  ] as const)
    it(`${name}: says why, tries again, and keeps the keyboard in the panel`, async () => {
      const stage = await stageClient(clientViews[name]);
      expect(find(stage.element, '.panel-client [role=alert]').textContent).to.contain(words);
      const again = find(stage.element, '.step button');
      again.focus();
      again.click();
      stage.flow.set({ client: clientViews.loading });
      await stage.element.updateComplete;
      expect(stage.flow.asked('openClient')).to.deep.equal([[id], [id]]);
      expect(focused(stage.element)!.id).to.equal('panel-title');
      stage.flow.set({ client: clientViews.full });
      await stage.element.updateComplete;
      expect(dialogText(stage)).to.contain('Left knee');
    });

  it('whose file does not come is not read; it can be asked for again', async () => {
    const { load } = clientFile;
    clientFile.load = () => Promise.reject(new TypeError('Failed to fetch'));
    try {
      const stage = await stageBooking();
      find(stage.element, button).click();
      await waitUntil(() => findAll(stage.element, '.panel-client [role=alert]').length > 0);
      await expect(stage.element).to.be.accessible();
      expect(stage.flow.asked('openClient')).to.deep.equal([]);
      clientFile.load = load;
      find(stage.element, '.step button').click();
      await isRead(stage);
      expect(focused(stage.element)!.id).to.equal('panel-title');
    } finally {
      clientFile.load = load;
    }
  });

  it('may not be seen: trying again would not help', async () => {
    const stage = await stageClient(clientViews.forbidden);
    expect(find(stage.element, '.panel-client [role=alert]').textContent).to.contain('You may not see this client.');
    expect(findAll(stage.element, '.step button')).to.have.length(0);
  });

  it('stays as read when the connection goes, which is said', async () => {
    const stage = await stageClient(clientViews.full);
    stage.flow.set({ connection: 'offline' });
    await stage.element.updateComplete;
    expect(dialogText(stage)).to.contain(en.readBefore).and.contain('Left knee');
  });
});

describe('the languages of the panel', () => {
  const placeholders = (text: unknown) =>
    [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].filter((each) => each !== '{count}').sort();

  for (const language of ['de', 'es', 'fr', 'ar'])
    it(`${language} says all that English says`, async () => {
      const { texts } = await clientTranslationFor(language);
      expect(texts).not.to.equal(en);
      expect(Object.keys(texts)).to.deep.equal(Object.keys(en));
      for (const [phrase, text] of Object.entries(en)) {
        const own = texts[phrase as keyof typeof texts];
        expect(placeholders(own), phrase).to.deep.equal(placeholders(text));
        expect(JSON.stringify(own), phrase).not.to.match(/""/);
        if (typeof own !== 'string' && language === 'ar') expect(own, phrase).to.include.all.keys('one', 'two', 'few', 'many', 'other');
      }
    });

  it('write numbers, units and dates as the language does, metric in all', async () => {
    const german = await stageClient(clientViews.full, { lang: 'de' });
    expect(facts(german)).to.include({ Gewicht: '79 kg', Maße: 'Taille: 74,5 cmCalf: 36 cm' });
    expect(dialogText(german)).to.contain('Von 83,4 kg auf 79 kg, -0,52 kg pro Woche').and.contain('11.04.2028');
    german.element.remove();
    const egyptian = await stageClient(clientViews.full, { lang: 'ar-EG' });
    expect(facts(egyptian)).to.include({ الوزن: '٧٩ كغم' });
    expect(find(egyptian.element, '.root').dir).to.equal('rtl');
  });

  it('are English for a language that the calendar does not speak', async () => {
    expect((await clientTranslationFor('xx')).texts).to.equal(en);
  });
});

describe('a client whose panel is opened from a booking that goes', () => {
  it('is still shown; the way back says that the booking is gone', async () => {
    const stage = await stageClient(clientViews.full);
    stage.flow.set({ bookings: [calendarBooking('2028-04-12', '09:00', 'Ben Okafor')] });
    await stage.element.updateComplete;
    expect(dialogText(stage)).to.contain('Left knee');
    await press(stage.element, 'Escape');
    expect(dialogText(stage)).to.contain('This booking is not in the range');
    expect(clientWeek.bookings).to.have.length(2);
  });
});
