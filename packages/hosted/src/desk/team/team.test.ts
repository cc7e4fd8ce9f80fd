import { expect } from '@open-wc/testing';
import { ConflictError, ConnectionError } from '@coach-booking/sdk';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { failure } from '../../../test/page-acts.ts';
import { members, teamCalls, week } from '../../../test/team-stage.ts';
import type { AddressParts } from '../page-properties.ts';
import type { TeamCalls } from './calls.ts';
import { defineTeam } from './elements.ts';
import { DeskTeam } from './team-page.ts';

let calls: TeamCalls;
class TestTeam extends DeskTeam {
  static override calls = () => calls;
}
defineTeam(TestTeam);

let page: TestTeam;
let saved: unknown[];
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((done) => setTimeout(done));
  await page.updateComplete;
};
/** Takes note of what is sent. */
const noting = (operation: keyof TeamCalls) => {
  const taken = teamCalls();
  const note = (input: never) => {
    saved.push(input);
    return taken[operation](input);
  };
  return teamCalls({ [operation]: note } as Partial<TeamCalls>);
};
async function open(given: TeamCalls = teamCalls(), role: 'coach' | 'admin' | 'staff' = 'coach') {
  page?.remove();
  document.querySelector('coach-toasts')?.remove();
  [calls, saved] = [given, []];
  page = document.createElement('coach-desk-team') as TestTeam;
  const user = account(role);
  const addressTo = (to: string, { query = {} }: AddressParts = {}) => `/desk/${to}?${new URLSearchParams(query)}`;
  Object.assign(page, { session: sessionOf(user), user, coach: 'me', mayChange: role !== 'staff', addressTo });
  document.body.append(page);
  await settle();
}
const root = () => page.shadowRoot!;
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
const text = () => plain(root().textContent);
const toast = () => plain(document.querySelector('coach-toasts')!.shadowRoot!.textContent);
const dialog = () => root().querySelector('dialog');
async function press(words: string, within: ParentNode = root()) {
  [...within.querySelectorAll('button')]
    .find((one) => [one.textContent.trim(), plain(one.ariaLabel ?? '')].includes(words))!
    .click();
  await settle();
}
async function put(id: string, value: string) {
  const field = root().querySelector<HTMLInputElement>(`dialog #${id}`)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}

describe('the team of the desk', () => {
  it('passes the accessibility check, as a list, with a form and its errors, and while it asks', async () => {
    await open();
    await expect(page).to.be.accessible();
    await press('Add a member');
    await press('Save');
    await expect(page).to.be.accessible();
    await press('Cancel');
    await press('Remove Jane Smith');
    await expect(page).to.be.accessible();
    await open(teamCalls({}, []));
    await expect(page).to.be.accessible();
  });

  it('lists who is in the team, and says what members can do', async () => {
    await open();
    expect(text()).to.contain(
      'Jane Smith Active jane@fit.example · +12125550123 Sessions this week: 3 · Strength session, First call Show the sessions',
    );
    expect(text()).to.contain('Omar Haddad Inactive No e-mail or phone yet No sessions this week');
    expect(root().querySelector('.who a')!.getAttribute('href')).to.equal(`/desk/bookings?staff=${members[0]!.id}`);
    expect(text()).to.contain('They cannot change services and prices');
  });

  it('shows the members when their sessions cannot be read, and reads those on request', async () => {
    let isDown = true;
    const getCalendarWeek = async () => {
      if (isDown) throw new ConnectionError('OFFLINE', 'GET', '/v1');
      return week;
    };
    await open(teamCalls({ getCalendarWeek }));
    await waitUntil(() => text().includes('The sessions of this week could not be read.'), 'it is said');
    expect(text()).to.contain('Jane Smith').and.not.contain('No sessions this week');
    await expect(page).to.be.accessible();
    isDown = false;
    await press('Try again');
    await waitUntil(() => text().includes('Sessions this week: 3'), 'they are there');
  });

  it('adds a member', async () => {
    await open(noting('createStaff'));
    await press('Add a member');
    await put('name', ' Ada ');
    await put('email', 'ada@fit.example');
    await press('Save');
    expect(saved).to.deep.equal([{ coach: 'me', name: 'Ada', active: true, email: 'ada@fit.example' }]);
    expect(text()).to.contain('Ada');
    expect([dialog(), toast().trim()]).to.deep.equal([null, 'Saved.']);
  });

  it('changes a member, and says what it means that one is inactive', async () => {
    await open(noting('updateStaff'));
    await press('Change Jane Smith');
    root().querySelector<HTMLElement>('#active')!.click();
    await settle();
    expect(plain(dialog()!.textContent)).to.contain('the sign-in is closed');
    await press('Save');
    const { id, name, email, phone } = members[0]!;
    expect(saved).to.deep.equal([{ coach: 'me', id, name, email, phone, active: false }]);
  });

  it('sends nothing that is wrong', async () => {
    await open(noting('createStaff'));
    await press('Add a member');
    await put('email', 'ada');
    await press('Save');
    expect(saved).to.deep.equal([]);
    expect([...root().querySelectorAll('[aria-invalid="true"]')].map(({ id }) => id)).to.deep.equal(['name', 'email']);
  });

  it('asks before a member is removed, and says why one cannot be', async () => {
    const refusal = new ConflictError(failure(409, 'NOT_ALLOWED_NOW'));
    await open(teamCalls({ deleteStaff: () => Promise.reject(refusal) }));
    await press('Remove Jane Smith');
    await press('Remove', dialog()!);
    expect(plain(dialog()!.textContent)).to.contain('Give these to somebody else first.');
    await open(noting('deleteStaff'));
    await press('Remove Jane Smith');
    await press('Remove', dialog()!);
    expect(saved).to.deep.equal([{ coach: 'me', id: members[0]!.id }]);
    expect(toast()).to.contain('Jane Smith is no longer in the team.');
  });

  it('lets administrators invite a member who has an e-mail', async () => {
    await open(noting('createUser'), 'admin');
    expect([...root().querySelectorAll('button')].filter((one) => one.textContent.trim() === 'Invite')).to.have.length(
      1,
    );
    await press('Invite Jane Smith to sign in');
    const ids = { coachId: '665f00000000000000000001', staffId: members[0]!.id };
    expect(saved).to.deep.equal([{ role: 'staff', name: 'Jane Smith', email: 'jane@fit.example', ...ids }]);
    expect(toast()).to.contain('on its way to jane@fit.example');
  });

  it('says that a member has an account already', async () => {
    const taken = new ConflictError(failure(409, 'EMAIL_TAKEN'));
    await open(teamCalls({ createUser: () => Promise.reject(taken) }), 'admin');
    await press('Invite Jane Smith to sign in');
    expect(text()).to.contain('There is an account with this e-mail already.');
  });

  it('shows members of the team the others, and nothing to change them by', async () => {
    await open(teamCalls(), 'staff');
    expect(text()).to.contain('Jane Smith').and.contain('The team is changed by the coach.');
    expect(root().querySelector('button')).to.equal(null);
  });

  it('offers another attempt when it could not be read', async () => {
    let isDown = true;
    const listStaff = async () => {
      if (isDown) throw new ConnectionError('OFFLINE', 'GET', '/v1');
      return [...members];
    };
    await open(teamCalls({ listStaff }));
    expect(text()).to.contain('The server cannot be reached.');
    isDown = false;
    await press('Try again');
    expect(text()).to.contain('Jane Smith');
  });
});
