import { expect } from '@open-wc/testing';
import { ConflictError, ConnectionError } from '@coach-booking/sdk';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { failure } from '../../../test/page-acts.ts';
import { abandonedBookings, recoveryCallsOf, recoveryPreview, recoverySettings } from '../../../test/recovery-stage.ts';
import { DeskAbandoned } from './abandoned-page.ts';
import type { RecoveryCalls } from './calls.ts';
import { defineRecovery } from './elements.ts';
import { DeskRecovery } from './recovery-page.ts';

let calls: RecoveryCalls;
class TestAbandoned extends DeskAbandoned {
  static override calls = () => calls;
}
class TestSettings extends DeskRecovery {
  static override calls = () => calls;
}
defineRecovery(TestAbandoned, TestSettings);

let page: DeskAbandoned | DeskRecovery;
const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await new Promise((done) => setTimeout(done));
};
async function open(
  name: 'coach-desk-abandoned' | 'coach-desk-recovery',
  given: Partial<RecoveryCalls> = {},
  rows = abandonedBookings,
  settings = recoverySettings,
): Promise<void> {
  page?.remove();
  calls = { ...recoveryCallsOf(rows, settings), ...given };
  page = document.createElement(name) as typeof page;
  const session = sessionOf(account('coach'));
  Object.assign(page, {
    session,
    coach: 'me',
    mayChange: true,
    addressTo: (to: string) => `/desk/${to}`,
  });
  document.body.append(page);
  await settle();
}
const root = () => page.shadowRoot!;
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
const text = () => plain(root().textContent);
const message = () => root().querySelector('coach-desk-recovery-message')!;
const inMessage = () => message().shadowRoot!;
const messageText = () => plain(inMessage().textContent);
const press = async (words: string, within: ParentNode = root(), nth = 0) => {
  [...within.querySelectorAll('button')].filter(({ textContent }) => textContent.trim() === words)[nth]!.click();
  await settle();
};
const type = async (selector: string, value: string, within: ParentNode = root()) => {
  const field = within.querySelector<HTMLInputElement>(selector)!;
  field.value = value;
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
  await settle();
};

describe('the page of bookings that were not finished', () => {
  it('passes the accessibility check: with bookings of all statuses, with none, and with a message', async () => {
    await open('coach-desk-abandoned');
    await expect(page).to.be.accessible();
    await press('Send a message');
    await expect(message()).to.be.accessible();
    await open('coach-desk-abandoned', {}, []);
    await expect(page).to.be.accessible();
  });

  it('shows who, what, when, the messages so far, and how many came back', async () => {
    await open('coach-desk-abandoned');
    expect(text()).to.contain('Not finished so far42').and.to.contain('Of these, booked after all33.3%');
    const [first, second, third, , last] = [...root().querySelectorAll('li')].map(({ textContent }) =>
      plain(textContent),
    );
    expect(first).to.contain('Ana Diaz Not reminded').and.to.contain('ana@example.com · +12125550100');
    expect(first).to.contain('Personal training · Apr 18, 2028, 9:00').and.to.contain('Apr 14, 2028, 12:30');
    expect(second).to.contain('1, the last on Apr 13, 2028, 9:00');
    expect(third).to.contain('a service that is no longer offered').and.to.contain('Two messages went already.');
    expect(last).to.contain('Details removed Consent taken back').and.to.contain('no time');
    expect([...root().querySelectorAll('li button')]).to.have.length(2);
  });

  it('filters by status, and says when there is nobody', async () => {
    await open('coach-desk-abandoned');
    await type('#status', 'recovered');
    expect(root().querySelectorAll('li')).to.have.length(1);
    await type('#status', 'pending');
    await open('coach-desk-abandoned', {}, []);
    expect(text()).to.contain('Nobody is here yet.');
    await type('#status', 'pending');
    expect(text()).to.contain('Nobody has this status.');
  });

  it('says that the form does not ask, with the way to the settings', async () => {
    await open('coach-desk-abandoned', {}, [], { ...recoverySettings, captureIntents: false });
    expect(root().querySelector('a')!.getAttribute('href')).to.equal('/desk/recovery');
  });

  it('says what went wrong, and reads again', async () => {
    let isOffline = true;
    const { listAbandonedBookings } = recoveryCallsOf();
    await open('coach-desk-abandoned', {
      listAbandonedBookings: (...given) =>
        isOffline ? Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) : listAbandonedBookings(...given),
    } as Partial<RecoveryCalls>);
    expect(root().querySelector('.problem')).not.to.equal(null);
    isOffline = false;
    await press('Read again');
    expect(root().querySelectorAll('li')).to.have.length(5);
  });
});

describe('the message to a person who did not finish', () => {
  it('previews what is typed, counts it, and sends it', async () => {
    const asked: object[] = [];
    const given = recoveryCallsOf();
    await open('coach-desk-abandoned', {
      previewRecovery: (input: object) => (asked.push(input), given.previewRecovery(input as never)),
      sendRecovery: (input: object) => (asked.push(input), given.sendRecovery(input as never)),
    } as Partial<RecoveryCalls>);
    await press('Send a message');
    const { id } = abandonedBookings[0]!;
    expect(asked).to.deep.equal([{ coach: 'me', id, messageType: 'email' }]);
    expect(messageText()).to.contain('Message to Ana Diaz').and.to.contain('0 of 500 characters');
    expect(inMessage().querySelector('iframe')!.title).to.equal('As it will be read');
    await type('#words', 'I kept a mat for you.', inMessage());
    expect(messageText()).to.contain('21 of 500 characters');
    await type('#incentive', 'percent', inMessage());
    await type('#value', '20', inMessage());
    const typed = { customMessage: 'I kept a mat for you.', incentive: { type: 'percent', value: 20 } };
    expect(asked.at(-1)).to.deep.equal({ coach: 'me', id, messageType: 'email', ...typed });
    await press('Send', inMessage());
    expect(asked.at(-1)).to.deep.equal({ coach: 'me', id, messageType: 'email', ...typed });
    expect(root().querySelector('coach-desk-recovery-message')).to.equal(null);
    expect(text()).to.contain('The message to Ana Diaz is on its way.').and.to.contain('Ana Diaz Reminded');
  });

  it('offers the channels of the consent alone', async () => {
    await open('coach-desk-abandoned');
    await press('Send a message', root(), 1);
    const [mail, sms] = [...inMessage().querySelectorAll<HTMLInputElement>('[name=channel]')];
    expect([mail!.checked, mail!.disabled, sms!.disabled]).to.deep.equal([true, false, true]);
    expect(messageText()).to.contain('SMS not agreed to');
  });

  it('says why none can go, when one can, and sends nothing', async () => {
    let sent = 0;
    const blocked = { code: 'this_week', possibleAt: '2028-04-20T09:00:00Z' } as const;
    await open('coach-desk-abandoned', {
      previewRecovery: async () => ({ ...recoveryPreview, blocked }),
      sendRecovery: async () => (sent++, Promise.reject(new Error('Not to be called.'))),
    } as Partial<RecoveryCalls>);
    await press('Send a message');
    expect(messageText()).to.contain('in the last 7 days').and.to.contain('Possible again from Apr 20, 2028, 9:00');
    await press('Send', inMessage());
    expect(sent).to.equal(0);
    expect(inMessage().activeElement!.id).to.equal('blocked');
  });

  it('says so when another was faster, and refuses a discount that cannot be', async () => {
    const blocked = { code: 'sent_twice' } as const;
    const error = new ConflictError({ ...failure(409, 'RECOVERY_BLOCKED'), details: { blocked } });
    await open('coach-desk-abandoned', { sendRecovery: () => Promise.reject(error) } as Partial<RecoveryCalls>);
    await press('Send a message');
    await press('Send', inMessage());
    expect(messageText()).to.contain('Two messages went already.');
    await type('#incentive', 'percent', inMessage());
    await type('#value', '120', inMessage());
    await press('Send', inMessage());
    expect(messageText()).to.contain('Whole percent from 1 to 100.');
    expect(inMessage().activeElement!.id).to.equal('value');
    await press('Cancel', inMessage());
    expect(root().querySelector('coach-desk-recovery-message')).to.equal(null);
  });
});

describe('the settings of recovery', () => {
  it('passes the accessibility check, with and without a postal address', async () => {
    await open('coach-desk-recovery');
    await expect(page).to.be.accessible();
    await open('coach-desk-recovery', {}, [], { capture: true, automatic: false, captureIntents: false });
    await expect(page).to.be.accessible();
  });

  it('saves them as they are ticked', async () => {
    const saved: object[] = [];
    const given = recoveryCallsOf();
    await open('coach-desk-recovery', {
      updateRecoverySettings: (input: object) => (saved.push(input), given.updateRecoverySettings(input as never)),
    } as Partial<RecoveryCalls>);
    expect(root().querySelector<HTMLInputElement>('#value')!.value).to.equal('15');
    await type('#incentive', 'amount');
    await type('#value', '7.50');
    expect(root().querySelector<HTMLInputElement>('#automatic')!.checked).to.equal(true);
    await press('Save');
    expect(saved).to.deep.equal([
      { coach: 'me', capture: true, automatic: true, incentive: { type: 'amount', value: 750 } },
    ]);
    expect(text()).to.contain('Saved.');
  });

  it('shows the sentence that the form asks by, with the name of the coach', async () => {
    await open('coach-desk-recovery');
    expect(text()).to.contain('If I do not finish this booking, Maria Santos may send me up to two e-mails');
  });

  it('says what the form waits for when the business has no postal address', async () => {
    await open('coach-desk-recovery', {}, [], { capture: true, automatic: false, captureIntents: false });
    expect(text()).to.contain('the business has no postal address');
    expect(root().querySelector('#incentive')).to.equal(null);
  });

  it('shows a member of the team who may change them, and no settings', async () => {
    page.remove();
    page = document.createElement('coach-desk-recovery') as DeskRecovery;
    Object.assign(page, { session: sessionOf(account('staff')), coach: 'me', mayChange: false });
    document.body.append(page);
    await settle();
    expect(text()).to.contain('The coach or an admin changes this.');
  });
});
