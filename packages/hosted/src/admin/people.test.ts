import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import {
  account,
  ana,
  booking,
  click,
  find,
  findAll,
  focused,
  full,
  ok,
  open,
  refused,
  send,
  stage,
  textOf,
  type,
} from '../../test/admin-stage.ts';

const admin = account('admin');
const asked = (path: string) => stage.asked.filter((line) => line.includes(path));
const press = async (page: Awaited<ReturnType<typeof open>>, words: string) => {
  findAll(page, 'button')
    .find(({ textContent }) => textContent.includes(words))!
    .setAttribute('data-pressed', '');
  await click(page, '[data-pressed]');
};

describe('the data of a person', () => {
  it('exports a person to a file without the person in its name, with a count of each kind', async () => {
    const person = { email: ana.email, exportedAt: '2028-04-11T08:00:00Z', user: ana, bookings: [booking, booking] };
    const page = await open('#people', admin, { ...full, 'POST /v1/people/export': () => ok(person) });
    await type(page, '#email', ' ana@example.com ');
    await press(page, 'Make the file');
    expect(stage.bodies).to.deep.equal([{ email: 'ana@example.com' }]);
    const link = find<HTMLAnchorElement>(page, '#file')!;
    expect(link.download).to.equal('person-2028-04-11.json');
    expect(findAll(page, 'dl > div').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Account1',
      'Bookings2',
    ]);
    expect(await (await globalThis.fetch(link.href)).json()).to.deep.equal(JSON.parse(JSON.stringify(person)));
    await type(page, '#email', 'bo@example.com');
    expect(find(page, '#file')).to.equal(null);
  });

  it('erases a person after a look at the data, and the address typed again', async () => {
    const page = await open('#people', admin, {
      ...full,
      'POST /v1/people/erase': ({ url }) =>
        ok({ erased: true, bookings: 3, logs: url.searchParams.has('dryRun') ? 40 : 41 }),
    });
    await type(page, '#email', 'ana@example.com');
    await press(page, 'See what would go');
    expect(asked('erase')).to.deep.equal(['POST /v1/people/erase?dryRun=true']);
    expect(textOf(page)).to.contain('removed: 40');
    expect(focused(page)!.id).to.equal('again');
    await type(page, '#again', 'ana@example.org');
    await send(page, '#again');
    expect(textOf(page)).to.contain('not the same address');
    expect(asked('erase')).to.have.length(1);
    await type(page, '#again', 'Ana@Example.com');
    await send(page, '#again');
    expect(asked('erase').at(-1)).to.equal('POST /v1/people/erase');
    expect(textOf(page)).to.contain('Logs removed: 41');
    expect(find<HTMLInputElement>(page, '#email')!.value).to.equal('');
    expect(find(page, '#again')).to.equal(null);
  });

  it('R18 finds a guest without an e-mail by the id, also from the list of bookings', async () => {
    const id = '665f00000000000000000051';
    const { email: _, ...attendee } = booking.attendee;
    const guest = { ...booking, attendee: { ...attendee, kind: 'lead' as const, id } };
    const page = await open('#bookings', admin, {
      ...full,
      'GET /v1/bookings': () => ok([guest], { nextCursor: null }),
      'POST /v1/people/export': () => ok({ exportedAt: '2028-04-11T08:00:00Z', bookings: [guest] }),
      'POST /v1/people/erase': () => ok({ erased: true, bookings: 1, logs: 0 }),
    });
    const moved = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    await click(page, '.press > button');
    find(page, 'coach-desk-booking')!.shadowRoot!.querySelector<HTMLElement>('a[href="#people"]')!.click();
    await moved;
    await waitUntil(() => find<HTMLInputElement>(page, '#email')?.value === id);
    await press(page, 'Make the file');
    find(page, '[data-pressed]')!.removeAttribute('data-pressed');
    await press(page, 'See what would go');
    await type(page, '#again', id);
    await send(page, '#again');
    expect(stage.bodies).to.deep.equal([{ leadId: id }, { leadId: id }, { leadId: id }]);
  });

  it('needs a new look when another address is typed', async () => {
    const page = await open('#people', admin, {
      ...full,
      'POST /v1/people/erase': () => ok({ erased: true, bookings: 3, logs: 40 }),
    });
    await type(page, '#email', 'ana@example.com');
    await press(page, 'See what would go');
    await type(page, '#email', 'bo@example.com');
    expect(find(page, '#again')).to.equal(null);
  });

  it('shows that an unknown address has no data', async () => {
    const page = await open('#people', admin, {
      ...full,
      'POST /v1/people/erase': () => ok({ erased: false, bookings: 0, logs: 0 }),
    });
    await type(page, '#email', 'nobody@example.com');
    await press(page, 'See what would go');
    expect(textOf(page)).to.contain('Nothing is stored about this address');
    expect(find(page, '#again')).to.equal(null);
  });

  it('requests no data without an address', async () => {
    const page = await open('#people');
    await type(page, '#email', 'ana');
    await press(page, 'Make the file');
    expect(asked('people')).to.deep.equal([]);
    expect(focused(page)!.id).to.equal('email');
  });

  it('keeps the data when the server refuses, and shows the reason', async () => {
    const page = await open('#people', admin, {
      ...full,
      'POST /v1/people/erase': () => refused(409, 'NOT_ALLOWED_NOW', 'This coach is still active.'),
    });
    await type(page, '#email', 'coach@example.com');
    await press(page, 'See what would go');
    expect(textOf(page)).to.contain('This coach is still active.').and.contain('not possible as things stand');
  });

  it('starts with the person of the previous section, without the address in the address bar', async () => {
    const page = await open(`#users/${ana.id}`);
    const moved = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    find(page, 'a[href="#people"]')!.click();
    await moved;
    await type(page, '#unused, #email', find<HTMLInputElement>(page, '#email')!.value);
    expect(find<HTMLInputElement>(page, '#email')!.value).to.equal(ana.email);
    expect(location.href).not.to.contain('ana');
  });
});
