import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import type { AdminPage } from './admin-page-element.ts';
import { AdminBookings } from './bookings/bookings-section.ts';
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
  const rows = (page: AdminPage) => findAll(page, '.press > button') as HTMLButtonElement[];
  const panelOf = (page: AdminPage) => find(page, 'coach-desk-booking')?.shadowRoot ?? null;
  const plainText = (node: { readonly textContent: string | null } | null | undefined) =>
    (node?.textContent ?? '')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/[\s\u202f]+/g, ' ')
      .trim();
  const change = (page: AdminPage, selector: string, value: string) => {
    const field = find<HTMLInputElement>(page, selector)!;
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  it('shows those of all coaches as the desk does, each with its coach, and opens one beside the list', async () => {
    const page = await open('#bookings');
    expect(last('/v1/bookings')).to.equal('GET /v1/bookings?order=desc&limit=50');
    await waitUntil(() => plainText(rows(page)[0]).includes('Coach A'));
    expect(plainText(rows(page)[0])).to.match(/Ana Diaz Strength session Coach A · €50.00 Confirmed$/);
    rows(page)[0]!.click();
    await settle(page);
    const panel = panelOf(page)!;
    expect(plainText(panel)).to.contain('Coach A').and.contain('ana@example.com');
    expect(panel.querySelector(`a[href="#users/${ana.id}"]`)).not.to.equal(null);
    expect(panel.querySelector(`a[href="#calendars/coach-a?date=2028-04-11&booking=${booking.id}"]`)).not.to.equal(
      null,
    );
  });

  it('cancels a booking in the panel, and reads the list anew', async () => {
    let status = 'confirmed';
    const page = await open('#bookings', admin, {
      ...full,
      'GET /v1/bookings': () => ok([{ ...booking, status }], { nextCursor: null, total: 1 }),
      [`GET /v1/coaches/${coach.id}/bookings`]: () => ok([{ ...booking, status, actions: [] }], { nextCursor: null }),
      [`POST /v1/bookings/${booking.id}/cancel`]: () => ((status = 'cancelled'), ok({ ...booking, status })),
    });
    rows(page)[0]!.click();
    await settle(page);
    panelOf(page)!.querySelector<HTMLElement>('.danger')!.click();
    await settle(page);
    panelOf(page)!.querySelector('form')!.requestSubmit();
    await waitUntil(() => plainText(rows(page)[0]).endsWith('Cancelled'));
    expect(stage.bodies.at(-1)).to.include({ notify: true, version: booking.version });
  });

  it('filters by coach, team, part, status and days, all in the address, and finds by a name that is not', async () => {
    AdminBookings.rest = 0;
    const page = await open('#bookings', admin, {
      ...full,
      [`GET /v1/coaches/${coach.id}/staff`]: () => ok([{ id: booking.id, name: 'Jane', active: true }]),
    });
    await waitUntil(() => find<HTMLSelectElement>(page, '#coach')!.options.length === 2);
    change(page, '#coach', coach.id);
    await settle(page);
    find<HTMLInputElement>(page, '[value=past]')!.click();
    await settle(page);
    change(page, '#from', '2028-04-11');
    await settle(page);
    change(page, '#status', 'no_show');
    await settle(page);
    await waitUntil(() => find<HTMLSelectElement>(page, '#staff')?.textContent.includes('Jane'));
    expect(location.hash).to.equal(`#bookings?tab=past&status=no_show&from=2028-04-11&coach=${coach.id}`);
    const query = find<HTMLInputElement>(page, '#query')!;
    query.value = ' ana ';
    query.dispatchEvent(new Event('input'));
    await waitUntil(() => last('/v1/bookings')!.includes('q=ana'));
    expect(Object.fromEntries(new URL(last('/v1/bookings')!.slice(4), location.origin).searchParams)).to.deep.equal({
      status: 'no_show',
      when: 'past',
      order: 'desc',
      from: '2028-04-11',
      q: 'ana',
      coachId: coach.id,
      limit: '50',
    });
    expect(location.hash).not.to.contain('ana');
    expect(plainText(find(page, '.head, header, h1')?.parentElement)).to.contain('New York');
  });

  it('bounds days of all coaches by this zone', async () => {
    await open('#bookings?from=2028-04-11&to=2028-04-11');
    const { searchParams } = new URL(last('/v1/bookings')!.slice(4), location.origin);
    expect(Date.parse(searchParams.get('to')!) - Date.parse(searchParams.get('from')!)).to.equal(86_400_000);
  });

  it('keeps a person of a link among the filters, by name, until they are reset', async () => {
    const page = await open(`#bookings?attendee=${ana.id}`);
    expect(last('/v1/bookings')).to.contain(`attendeeId=${ana.id}`);
    expect(plainText(find(page, '.filters')))
      .to.contain('Filters: 1')
      .and.contain('AttendeeAna Diaz');
    find<HTMLInputElement>(page, '[value=past]')!.click();
    await settle(page);
    expect(location.hash).to.contain(`attendee=${ana.id}`);
    find(page, '.filters .actions button')!.click();
    await settle(page);
    expect(location.hash).to.equal('#bookings?tab=past');
  });

  it('hands over a file with the coach of each booking', async () => {
    const saved: string[] = [];
    AdminBookings.save = (name, text) => void saved.push(name, text);
    const page = await open('#bookings');
    await waitUntil(() => plainText(rows(page)[0]).includes('Coach A'));
    [...findAll(page, 'button')].find((button) => plainText(button) === 'Download as CSV')!.click();
    await waitUntil(() => saved.length > 0);
    expect(saved[0]).to.equal('bookings-all-all.csv');
    expect(saved[1]).to.contain('Coach A').and.contain('ana@example.com');
  });

  it('R25 shows bookings that were not confirmed in time as expired', async () => {
    const expired = {
      ...booking,
      status: 'cancelled',
      cancelledAt: booking.start,
      cancelledBy: 'system',
      cancellationReason: 'expired',
    } as const;
    const page = await open('#bookings', admin, {
      ...full,
      'GET /v1/bookings': () => ok([expired], { nextCursor: null }),
    });
    rows(page)[0]!.click();
    await settle(page);
    expect(plainText(panelOf(page))).to.contain('Expired: not confirmed in time');
  });

  it('api 15: reads bookings of a coach whom a link names by the slug, and shows the coach chosen', async () => {
    const page = await open('#bookings?coach=coach-a');
    expect(last('/v1/bookings')).to.equal('GET /v1/bookings?order=desc&coachId=coach-a&limit=50');
    await waitUntil(
      () => find<HTMLSelectElement>(page, '#coach')!.selectedOptions[0]?.textContent.trim() === coach.name,
    );
    expect(find<HTMLSelectElement>(page, '#coach')!.value).to.equal(coach.id);
  });

  it('shows bookings of guests and without a time as such, and exports or erases a guest by the id', async () => {
    const { start: _, end: __, ...timeless } = booking;
    const attendee = { id: ana.id, name: ana.name, kind: 'lead' as const };
    const page = await open('#bookings', admin, {
      ...full,
      'GET /v1/bookings': () => ok([{ ...timeless, placeNumber: 3, attendee }], { nextCursor: null }),
    });
    expect(plainText(rows(page)[0])).to.contain('No time yet');
    rows(page)[0]!.click();
    await settle(page);
    expect(plainText(panelOf(page)))
      .to.contain('Place 3')
      .and.contain('Guest');
    panelOf(page)!.querySelector<HTMLElement>('a[href="#people"]')!.click();
    await waitUntil(() => location.hash === '#people');
    await settle(page);
    expect(find<HTMLInputElement>(page, 'input')!.value).to.equal(ana.id);
  });
});
