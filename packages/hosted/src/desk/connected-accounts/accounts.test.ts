import { expect } from '@open-wc/testing';
import { ConflictError, ConnectionError, RefusedError } from '@coach-booking/sdk';
import { connected, connectedCalls } from '../../../test/connected-stage.ts';
import { failure } from '../../../test/page-acts.ts';
import { AccountsSection } from './accounts-section.ts';
import type { AccountCalls, Accounts } from './calls.ts';

let here = 'https://book.example/desk/settings/connections?key=pk';
let left: string[] = [];
class TestAccounts extends AccountsSection {
  static override address = {
    here: () => new URL(here),
    clean: () => void (here = here.split('#')[0]!),
    leave: (url: string) => void left.push(url),
  };
}
customElements.define('test-accounts', TestAccounts);

let section: TestAccounts;
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((done) => setTimeout(done));
};
async function open(change: Partial<AccountCalls> = {}, { hash = '', given = connected as Accounts } = {}) {
  section?.remove();
  left = [];
  here = `https://book.example/desk/settings/connections?key=pk${hash}`;
  section = document.createElement('test-accounts') as TestAccounts;
  Object.assign(section, { calls: connectedCalls(change, given), coach: 'me' });
  document.body.append(section);
  await settle();
}
const plain = (element: Element) => element.textContent.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
const root = () => section.shadowRoot!;
const text = () => plain(root() as unknown as Element);
const rows = () => [...root().querySelectorAll('li.rule')];
const press = async (words: string, within: ParentNode = root()) => {
  [...within.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)!.click();
  await settle();
};
const focused = () => root().activeElement?.id;
const none: Accounts = { accounts: [], providers: connected.providers };

describe('connected accounts', () => {
  it('passes the accessibility check: in all states, asked, with none, and with nothing offered', async () => {
    await open();
    await expect(section).to.be.accessible();
    await press('Disconnect', rows()[1]);
    await expect(section).to.be.accessible();
    await open({}, { given: none });
    await expect(section).to.be.accessible();
    await open({ listConnectedAccounts: () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) });
    await expect(section).to.be.accessible();
  });

  it('says of each how it goes and what it is used for, in words', async () => {
    await open();
    expect(plain(rows()[0]!)).to.contain(
      'Google kim@gmail.com Works. Used for: busy time of Family and meetings Test Disconnect',
    );
    expect(plain(rows()[1]!)).to.contain('Microsoft does not take this connection any more.');
    expect(plain(rows()[1]!)).to.contain('Connect again');
    expect(plain(rows()[2]!)).to.contain('It could not be used the last time (TIMEOUT).');
    expect(text()).to.contain('Zoom works for all coaches of this business');
  });

  it('offers what is set up, and says where nothing is', async () => {
    await open({}, { given: none });
    expect(text()).to.contain('No account is connected.');
    expect([...root().querySelectorAll('button')].map(plain)).to.deep.equal(['Connect Google', 'Connect Microsoft']);
    const closed = connected.providers.map((one) => ({ ...one, offered: false, forAll: false }));
    await open({}, { given: { accounts: [], providers: closed } });
    expect(text()).to.contain('No provider is set up here.');
    expect(root().querySelector('button')).to.equal(null);
  });

  it('leads to the page of the provider, from where it comes back here', async () => {
    const asked: unknown[] = [];
    const { connectAccount } = connectedCalls();
    await open({ connectAccount: ((input: never) => (asked.push(input), connectAccount(input))) as never });
    await press('Connect Google');
    const returnTo = 'https://book.example/desk/settings/connections?key=pk';
    expect(asked).to.deep.equal([{ coach: 'me', provider: 'google', returnTo }]);
    expect(left).to.deep.equal(['https://accounts.example/']);
    await press('Connect again', rows()[1]);
    expect(asked[1]).to.deep.equal({ coach: 'me', provider: 'microsoft', returnTo });
  });

  it('finishes what the provider has answered, and takes it out of the address at once', async () => {
    const sent: unknown[] = [];
    const { addConnectedAccount } = connectedCalls();
    let hashThen = '';
    await open(
      {
        addConnectedAccount: ((input: never) => {
          hashThen = new URL(here).hash;
          sent.push(input);
          return addConnectedAccount(input);
        }) as never,
      },
      { hash: '#state=s1&code=c%2F1' },
    );
    expect(sent).to.deep.equal([{ coach: 'me', state: 's1', code: 'c/1' }]);
    expect(hashThen).to.equal('');
    expect(text()).to.contain('new@gmail.com is connected.');
    expect(focused()).to.equal('accounts-title');
  });

  for (const [title, error, said] of [
    ['a no', new RefusedError(failure(422, 'CONNECTION_REFUSED')), 'you or the provider said no (access_denied)'],
    ['an open box', new RefusedError(failure(422, 'SCOPES_MISSING')), 'leave every box ticked'],
    ['an old answer', new ConflictError(failure(409, 'CONNECTION_ATTEMPT_GONE')), 'Please begin again.'],
  ] as const)
    it(`says what became of ${title}, and still lists what there is`, async () => {
      await open({ addConnectedAccount: () => Promise.reject(error) }, { hash: '#state=s1&error=access_denied' });
      expect(plain(root().querySelector('[role=alert]')!)).to.contain(said);
      expect(rows()).to.have.length(3);
    });

  it('is tested, and says what came of it', async () => {
    await open();
    await press('Test', rows()[2]);
    expect(plain(rows()[2]!)).to.contain('Works.');
    expect(plain(rows()[2]!)).to.contain('It works.');
    const still = connected.accounts[2]!;
    await open({ testConnectedAccount: (async () => still) as never });
    await press('Test', rows()[2]);
    expect(plain(rows()[2]!)).to.contain('It does not work at the moment (TIMEOUT).');
  });

  it('is disconnected once that is confirmed, and the keyboard finds its way', async () => {
    await open();
    await press('Disconnect', rows()[1]);
    expect(plain(rows()[1]!)).to.contain('Disconnect kim@harbour-strength.example?');
    expect(plain(rows()[1]!)).to.contain('Microsoft keeps your permission');
    expect(focused()).to.equal(`keep-${connected.accounts[1]!.id}`);
    await press('Keep it', rows()[1]);
    expect(focused()).to.equal(`disconnect-${connected.accounts[1]!.id}`);
    await press('Disconnect', rows()[1]);
    await press('Disconnect', rows()[1]);
    expect(rows()).to.have.length(2);
    expect(text()).to.contain('kim@harbour-strength.example is disconnected.');
    expect(focused()).to.equal('accounts-title');
  });

  it('says that it cannot be read, and reads again on demand', async () => {
    await open({ listConnectedAccounts: () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) });
    expect(root().querySelector('[role=alert] .problem')!.textContent.trim()).not.to.equal('');
    section.calls = connectedCalls();
    await press('Try again');
    expect(rows()).to.have.length(3);
  });
});
