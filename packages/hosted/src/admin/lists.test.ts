import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import {
  account,
  ana,
  booking,
  click,
  coach,
  find,
  findAll,
  full,
  go,
  ok,
  open,
  refused,
  send,
  settle,
  stage,
  textOf,
} from '../../test/admin-stage.ts';

const admin = account('admin');
const last = (path: string) => stage.asked.filter((line) => line.startsWith(`GET ${path}`)).at(-1);

describe('people', () => {
  it('filters people by role at once, and searches with the button, both in the address', async () => {
    const page = await open('#users');
    const role = find<HTMLSelectElement>(page, '#role')!;
    role.value = 'client';
    role.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(page);
    expect(location.hash).to.equal('#users?role=client');
    find<HTMLInputElement>(page, '#q')!.value = ' ana ';
    await send(page);
    expect(location.hash).to.equal('#users?role=client&q=ana');
    expect(last('/v1/users')).to.equal('GET /v1/users?role=client&q=ana');
  });

  it('restores people from the address after a step back in the browser', async () => {
    const page = await open('#users?role=coach&q=bo');
    expect(find<HTMLSelectElement>(page, '#role')!.value).to.equal('coach');
    await go(page, '#users');
    expect(find<HTMLInputElement>(page, '#q')!.value).to.equal('');
    expect(last('/v1/users')).to.equal('GET /v1/users');
  });

  it('shows people page by page, and keeps them when the next page fails', async () => {
    const pages: Record<string, () => Response> = {
      '': () => ok([admin], { nextCursor: 'two', total: 2 }),
      two: () => refused(429, 'RATE_LIMITED', 'Too many requests.'),
    };
    const page = await open('#users', admin, {
      ...full,
      'GET /v1/users': ({ url }) => pages[url.searchParams.get('cursor') ?? '']!(),
    });
    expect(textOf(page)).to.contain('Shown: 1 of 2');
    await click(page, '.more');
    expect(textOf(page)).to.contain('Ada Admin').and.contain('Too many requests');
    pages['two'] = () => ok([ana], { nextCursor: null });
    await click(page, '.problem button');
    expect(findAll(page, 'tbody tr')).to.have.length(2);
    expect(find(page, '.more')).to.equal(null);
  });

  it('shows no people of an older search under a newer one', async () => {
    let release = (_: Response) => {};
    const page = await open('#users?q=slow', admin, {
      ...full,
      'GET /v1/users': ({ url }) =>
        url.searchParams.get('q') === 'slow'
          ? new Promise((done) => (release = done))
          : ok([ana], { nextCursor: null }),
    });
    await go(page, '#users?q=ana');
    release(ok([admin], { nextCursor: null }));
    await settle(page);
    expect(
      findAll(page, 'tbody tr')
        .map(({ textContent }) => textContent)
        .join(),
    )
      .to.contain('Ana Diaz')
      .and.not.contain('Ada Admin');
  });
});

describe('a person', () => {
  it('shows a person with account, profile, connections and bookings', async () => {
    const page = await open(`#users/${ana.id}`);
    const text = textOf(page);
    for (const word of [
      'ana@example.com',
      'Address not confirmed',
      'First pull-up',
      'Left knee',
      '168 cm',
      'Coach A',
      'Confirmed',
    ])
      expect(text).to.contain(word);
    expect(last('/v1/bookings')).to.equal(`GET /v1/bookings?attendeeId=${ana.id}&order=desc`);
  });

  it('never shows a part of a person as empty that cannot be read', async () => {
    const page = await open(`#users/${ana.id}`);
    const facts = find(page, 'section[aria-labelledby="profile"]')!.textContent!.replace(/\s+/g, ' ');
    expect(facts).to.contain('Not given').and.not.match(/None/);
  });

  it('reads logs only when they are opened, since each reading is audited', async () => {
    const page = await open(`#users/${ana.id}`);
    expect(stage.asked.some((line) => line.includes('logs'))).to.equal(false);
    findAll(page, 'button')
      .find(({ textContent }) => textContent.includes('Open the logs'))!
      .click();
    await settle(page);
    expect(textOf(page)).to.contain('Lower body').and.contain('Oats').and.contain('weight');
    expect(find(page, 'svg[role=img]')).not.to.equal(null);
  });

  it('shows that a person without a connected coach has no logs here', async () => {
    const page = await open(`#users/${ana.id}`, admin, {
      ...full,
      [`GET /v1/users/${ana.id}`]: () => ok({ user: ana }),
    });
    expect(textOf(page)).to.contain('there is none').and.contain('Nothing has been written into the profile');
  });

  it('links a coach’s person to the calendar, and to the bookings of that coach', async () => {
    const user = account('coach', { id: ana.id, coachId: coach.id });
    const page = await open(`#users/${ana.id}`, admin, {
      ...full,
      [`GET /v1/users/${ana.id}`]: () => ok({ user, coach }),
    });
    expect(find(page, 'a[href="#calendars/coach-a"]')).not.to.equal(null);
    expect(last('/v1/bookings')).to.equal(`GET /v1/bookings?coachId=${coach.id}&order=desc`);
    expect(find(page, '#profile')).to.equal(null);
  });

  it('shows a person who does not exist as not found', async () => {
    const page = await open(`#users/${coach.id}`, admin, {
      ...full,
      [`GET /v1/users/${coach.id}`]: () => refused(404, 'USER_NOT_FOUND', 'No such person.'),
    });
    expect(textOf(page)).to.contain('This does not exist').and.contain('No such person.');
  });
});

describe('bookings', () => {
  it('filters bookings by coach, several statuses and whole days of this zone', async () => {
    const page = await open('#bookings');
    expect(last('/v1/bookings')).to.equal('GET /v1/bookings?order=desc');
    for (const box of findAll(page, 'input[name=status]').slice(0, 2)) (box as HTMLInputElement).checked = true;
    find<HTMLSelectElement>(page, '#coach')!.value = coach.id;
    find<HTMLInputElement>(page, '#from')!.value = '2028-04-11';
    find<HTMLInputElement>(page, '#to')!.value = '2028-04-11';
    await send(page);
    const { searchParams } = new URL(last('/v1/bookings')!.slice(4), location.origin);
    expect(searchParams.get('status')).to.equal('pending,scheduled');
    expect(searchParams.get('coachId')).to.equal(coach.id);
    expect(Date.parse(searchParams.get('to')!) - Date.parse(searchParams.get('from')!)).to.equal(86_400_000);
  });

  it('keeps a filter that a link contains', async () => {
    const page = await open(`#bookings?attendee=${ana.id}`);
    await send(page);
    expect(location.hash).to.contain(`attendee=${ana.id}`);
  });

  it('links to the person and to the day in the coach’s calendar', async () => {
    const page = await open('#bookings');
    expect(find(page, `td a[href="#users/${ana.id}"]`)!.textContent).to.equal('Ana Diaz');
    expect(find(page, 'td a[href="#calendars/coach-a?date=2028-04-11"]')!.textContent).to.contain(
      'Open the booking of Ana Diaz',
    );
  });

  it('R25 shows bookings that were not confirmed in time as expired', async () => {
    const expired = { ...booking, status: 'cancelled', cancelledBy: 'system', cancellationReason: 'expired' } as const;
    const page = await open('#bookings', admin, {
      ...full,
      'GET /v1/bookings': () => ok([expired], { nextCursor: null }),
    });
    expect(textOf(page)).to.contain('Expired: not confirmed in time');
  });

  it('api 15: reads bookings of a coach whom a link names by the slug, and shows the coach chosen', async () => {
    const page = await open('#bookings?coach=coach-a');
    expect(last('/v1/bookings')).to.equal('GET /v1/bookings?coachId=coach-a&order=desc');
    await waitUntil(
      () => find<HTMLSelectElement>(page, '#coach')!.selectedOptions[0]?.textContent.trim() === coach.name,
    );
    expect(find<HTMLSelectElement>(page, '#coach')!.value).to.equal(coach.id);
  });

  it('shows bookings of guests and without a time as such', async () => {
    const { start: _, end: __, ...timeless } = booking;
    const guest = { ...timeless, placeNumber: 3, attendee: { ...booking.attendee, kind: 'lead' as const } };
    const page = await open('#bookings', admin, {
      ...full,
      'GET /v1/bookings': () => ok([guest], { nextCursor: null }),
    });
    expect(find(page, 'tbody')!.textContent).to.contain('No time yet').and.contain('Place 3').and.contain('Guest');
    expect(find(page, 'td a')).to.equal(null);
  });
});
