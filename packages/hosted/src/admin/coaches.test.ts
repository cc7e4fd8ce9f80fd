import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import {
  account,
  bare,
  click,
  coach,
  find,
  findAll,
  focused,
  full,
  ok,
  open,
  refused,
  send,
  settle,
  stage,
  textOf,
  type,
} from '../../test/admin-stage.ts';
import { coachErrors, coachInputOf, newCoach, newService, serviceErrors, serviceInputOf } from './coach-form.ts';

const admin = account('admin');
const inactive = { ...coach, id: '665f00000000000000000002', slug: 'coach-b', name: 'Coach B', active: false };
const sent = (method: string) => stage.asked.filter((line) => line.startsWith(method));
const services = `/v1/coaches/${coach.id}/services`;

describe('the coaches of a business', () => {
  it('lists coaches with their services, inactive ones separately', async () => {
    const page = await open('#coaches', admin, {
      ...full,
      'GET /v1/coaches': ({ url }) =>
        ok([url.searchParams.get('active') === 'false' ? inactive : coach], { nextCursor: null, total: 1 }),
    });
    const [active, others] = findAll(page, 'table');
    expect(active!.textContent).to.contain('Coach A').and.contain('Strength session').and.not.contain('Coach B');
    expect(others!.textContent).to.contain('Coach B');
  });

  it('shows no coaches at first, and links to the form for the first one', async () => {
    const page = await open('#coaches', admin, bare);
    expect(textOf(page)).to.contain('There are no coaches yet').and.not.contain('Coaches who take no bookings');
    expect(find(page, 'a[href="#coaches/new"]')!.textContent).to.equal('Add a coach');
  });

  it('adds a coach by one form, who can be booked then', async () => {
    const page = await open('#coaches/new', admin, {
      ...bare,
      'POST /v1/coaches': () => ok(coach),
      [`GET /v1/coaches/${coach.id}`]: () => ok(coach),
    });
    await type(page, '#coach-name', ' Coach A ');
    await type(page, '#coach-timeZone', 'America/New_York');
    await type(page, '#coach-specialties', 'Strength, Rowing,,Strength');
    await type(page, '#service-title', 'Strength session');
    await type(page, '#service-price', '75,5');
    const moved = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    await send(page);
    await moved;
    await settle(page);
    const [{ schedule, ...made }] = stage.bodies as [Record<string, { workingHours: unknown[] }>];
    expect(made).to.deep.equal({
      name: 'Coach A',
      timeZone: 'America/New_York',
      bio: '',
      specialties: ['Strength', 'Rowing'],
      capacity: null,
      active: true,
      services: [
        {
          title: 'Strength session',
          duration: 60,
          price: { amount: 7550, currency: 'EUR' },
          locationKind: 'in_person',
        },
      ],
    });
    expect(schedule!.workingHours).to.have.length(5);
    expect(schedule!.workingHours[0]).to.deep.equal({ dayOfWeek: 1, start: '09:00', end: '17:00' });
    expect(location.hash).to.equal(`#coaches/${coach.id}`);
    expect(textOf(page)).to.contain('Open the booking page');
  });

  it('asks for missing fields with the focus there, shows a taken name, and loses nothing typed', async () => {
    const page = await open('#coaches/new', admin, {
      ...full,
      'POST /v1/coaches': () => refused(409, 'SLUG_TAKEN', 'In use.'),
    });
    await send(page);
    expect(sent('POST')).to.deep.equal([]);
    expect(focused(page)).to.equal(find(page, '#coach-name'));
    await type(page, '#coach-name', 'Ada');
    await type(page, '#coach-slug', 'ada');
    await type(page, '#service-title', 'Rowing');
    await send(page);
    expect(textOf(page)).to.contain('This short name is already in use');
    expect(find<HTMLInputElement>(page, '#coach-name')!.value).to.equal('Ada');
  });
});

describe('a coach', () => {
  it('updates a coach with the changed fields alone', async () => {
    const page = await open(`#coaches/${coach.id}`, admin, {
      ...full,
      [`PATCH /v1/coaches/${coach.id}`]: () => ok(coach),
    });
    await type(page, '#coach-bio', 'Ten years.');
    await type(page, '#coach-capacity', '');
    find<HTMLInputElement>(page, '#coach-active')!.click();
    await send(page, '#coach-bio');
    expect(stage.bodies).to.deep.equal([{ bio: 'Ten years.', capacity: null, active: false }]);
    expect(textOf(page)).to.contain('Saved.');
  });

  it('names the Zoom user who hosts, and takes the name away again', async () => {
    const page = await open(`#coaches/${coach.id}`, admin, {
      ...full,
      [`GET /v1/coaches/${coach.id}`]: () => ok({ ...coach, zoomUser: 'maria@fit.example' }),
      [`PATCH /v1/coaches/${coach.id}`]: () => ok(coach),
    });
    expect(find<HTMLInputElement>(page, '#coach-zoomUser')!.value).to.equal('maria@fit.example');
    await type(page, '#coach-zoomUser', 'maria smith');
    await send(page, '#coach-bio');
    expect(sent('PATCH')).to.deep.equal([]);
    expect(focused(page)).to.equal(find(page, '#coach-zoomUser'));
    await type(page, '#coach-zoomUser', ' ');
    await send(page, '#coach-bio');
    expect(stage.bodies).to.deep.equal([{ zoomUser: null }]);
  });

  it('sends no update when nothing was changed', async () => {
    const page = await open(`#coaches/${coach.id}`);
    await send(page, '#coach-bio');
    expect(sent('PATCH')).to.deep.equal([]);
  });

  it('lists what a coach without services or hours misses, with links', async () => {
    const page = await open(`#coaches/${coach.id}`, admin, bare);
    expect(textOf(page)).to.contain('There are no working hours yet');
    const editor = find(page, 'coach-admin-services')!.shadowRoot!;
    expect(editor.textContent).to.contain('Nothing can be booked yet');
    expect(find(page, 'a[href="#calendars/coach-a"]')!.textContent).to.contain('Set the hours');
  });

  it('S26 leads to its booking page: by its slug alone when it is live, and by the key of its partner when it is not', async () => {
    const page = await open(`#coaches/${coach.id}`);
    expect(find(page, 'a[href="/book/coach-a?key=pk_test_x"]')!.textContent).to.equal('Open the booking page');
    const live = await open(`#coaches/${coach.id}`, admin, full, 'pk_live_x');
    expect(find(live, 'a[href="/book/coach-a"]')!.textContent).to.equal('Open the booking page');
  });

  it('shows the problem of a coach who cannot be read, with a button to retry', async () => {
    const page = await open(`#coaches/${coach.id}`, admin, {
      ...full,
      [`GET /v1/coaches/${coach.id}`]: () => refused(404, 'COACH_NOT_FOUND', 'No.'),
    });
    expect(textOf(page)).to.contain('This does not exist');
  });

  it('gets a service, changes it, and removes it, by the editor that coaches have at their desk', async () => {
    const rowing = { ...coach.services[0]!, id: '665f00000000000000000012', title: 'Rowing' };
    const page = await open(`#coaches/${coach.id}`, admin, {
      ...full,
      [`POST ${services}`]: () => ok(rowing),
      [`PATCH ${services}/${rowing.id}`]: ({ body }) => ok({ ...rowing, ...body }),
      [`DELETE ${services}/${rowing.id}`]: () => ok({ id: rowing.id, removed: true }),
    });
    const editor = find(page, 'coach-admin-services')!.shadowRoot!;
    const within = <E extends HTMLElement>(selector: string) => editor.querySelector<E>(selector)!;
    const press = async (selector: string) => {
      within(selector).click();
      await settle(page);
    };
    const put = (name: string, value: string) => {
      const field = within<HTMLInputElement>(`#service-${name}`);
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    const read = () => sent('GET').filter((line) => line.startsWith('GET /v1/coaches?')).length;
    const before = read();
    await press('#add-service');
    put('title', 'Rowing');
    put('duration', '45');
    put('placeAddress', '12 Pier Street');
    await press('form .go');
    const made = { title: 'Rowing', duration: 45, locationKind: 'in_person', place: { address: '12 Pier Street' } };
    expect(stage.bodies.at(-1)).to.deep.equal(made);
    expect(read()).to.be.greaterThan(before);
    await press(`#change-${rowing.id}`);
    put('title', 'Rowing hour');
    await press('form .go');
    expect(stage.bodies.at(-1)).to.deep.equal({ title: 'Rowing hour' });
    expect(editor.textContent).to.contain('Rowing hour');
    await press(`#change-${rowing.id} + button`);
    expect(sent('DELETE')).to.deep.equal([]);
    await press('dialog button:not(.go)');
    expect(sent('DELETE')).to.have.length(1);
    expect(editor.textContent).not.to.contain('Rowing');
  });
});

describe('the form of a coach', () => {
  it('validates the form by the rules of the server', () => {
    const form = newCoach('UTC');
    expect(
      coachErrors({ ...form, name: ' ', slug: 'A b', capacity: '0', from: '17:00', to: '09:00' }, true),
    ).to.have.all.keys('coach-name', 'coach-slug', 'coach-capacity', 'coach-to');
    expect(coachErrors({ ...form, name: 'A', from: '', to: '' }, true)).to.deep.equal({});
    expect(coachErrors({ ...form, name: 'A', from: '', to: '09:00' }, true)).to.have.all.keys('coach-to');
    expect(coachErrors({ ...form, name: 'A', slug: '' }, false)).to.have.all.keys('coach-slug');
    const service = newService('EUR');
    expect(serviceErrors({ ...service, title: '', duration: '1.5', price: '7.555', currency: 'E' })).to.have.all.keys(
      'service-title',
      'service-duration',
      'service-price',
      'service-currency',
    );
  });

  it('R29 reads a price in the currency’s own smallest unit, and none when the field is empty', () => {
    const typed = (price: string, currency: string) => ({ ...newService(currency), title: 'A', price });
    expect(serviceInputOf(typed('5000', 'jpy')).price).to.deep.equal({ amount: 5000, currency: 'JPY' });
    expect(serviceInputOf(typed('12,5', 'KWD')).price).to.deep.equal({ amount: 12_500, currency: 'KWD' });
    expect(serviceInputOf(typed('0', 'EUR')).price).to.deep.equal({ amount: 0, currency: 'EUR' });
    expect(serviceInputOf(typed(' ', 'EUR'))).not.to.have.property('price');
    expect(serviceErrors(typed('50.5', 'JPY'))).to.have.all.keys('service-price');
    expect(serviceErrors(typed('12.505', 'KWD'))).to.deep.equal({});
  });

  it('sends prices as cents, and no hours when there are none', () => {
    expect(serviceInputOf({ ...newService('eur'), title: 'A', price: '19.99' }).price).to.deep.equal({
      amount: 1999,
      currency: 'EUR',
    });
    const input = coachInputOf(
      { ...newCoach('UTC'), name: 'A', from: '', to: '', capacity: '7' },
      { ...newService('EUR'), title: 'B' },
    );
    expect(input).not.to.have.property('schedule');
    expect(input.capacity).to.equal(7);
  });

  it('removes the photo of a coach, and says what the server has against another', async () => {
    const face = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>';
    const photo = { url: face, small: face };
    const page = await open(`#coaches/${coach.id}`, account('admin'), {
      ...full,
      [`GET /v1/coaches/${coach.id}`]: () => ok({ ...coach, photo }),
      [`DELETE /v1/coaches/${coach.id}/photo`]: () => ok(null),
    });
    expect(find(page, '.photo img')).not.to.equal(null);
    await click(page, '.photo .actions button:last-child');
    await waitUntil(() => stage.asked.includes(`DELETE /v1/coaches/${coach.id}/photo`));
    await waitUntil(() => find(page, '.photo img') === null);
    expect(find(page, '.photo .face')!.textContent).to.equal('CA');
  });
});
