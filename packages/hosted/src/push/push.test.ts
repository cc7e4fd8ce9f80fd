import { expect } from '@open-wc/testing';
import { ConnectionError } from '@coach-booking/sdk';
import { devicesOf, pushCalls } from '../../test/push-stage.ts';
import { deviceIdOf, type BrowserPush, type BrowserSubscription } from './browser-push.ts';
import type { PushCalls } from './calls.ts';
import { PushSection } from './push-section.ts';

const endpoint = 'https://push.example/send/here';
let asked: unknown[] = [];
const subscription: BrowserSubscription = {
  endpoint,
  unsubscribe: async () => {
    asked.push('unsubscribe');
    return true;
  },
  toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }),
};
const able: BrowserPush = {
  isSupported: true,
  isForbidden: () => false,
  current: async () => null,
  ask: async () => {
    asked.push('ask');
    return true;
  },
  subscribe: async (key) => {
    asked.push(key);
    return subscription;
  },
};

let calls: PushCalls;
class TestSection extends PushSection {
  static override calls = () => calls;
}
customElements.define('coach-push', TestSection);

let section: TestSection;
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
};
async function open(browser: Partial<BrowserPush> = {}, given: PushCalls = pushCalls()): Promise<void> {
  section?.remove();
  asked = [];
  calls = given;
  TestSection.browser = { ...able, ...browser };
  section = document.createElement('coach-push') as TestSection;
  section.session = () => 'token';
  document.body.append(section);
  await settle();
}
const text = () => section.shadowRoot!.textContent.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ');
const press = async (words: string) => {
  [...section.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)!.click();
  await settle();
};

describe('push messages on this device', () => {
  it('passes the accessibility check: off, on, forbidden, unsupported, and with other devices', async () => {
    const id = await deviceIdOf(endpoint);
    await open();
    await expect(section).to.be.accessible();
    await open({ current: async () => subscription }, pushCalls({}, devicesOf(id, 'e'.repeat(24))));
    await expect(section).to.be.accessible();
    await open({ isForbidden: () => true });
    await expect(section).to.be.accessible();
    await open({ isSupported: false });
    await expect(section).to.be.accessible();
  });

  it('asks for push messages by nothing but a press, then switches them on with the server’s key', async () => {
    const added: unknown[] = [];
    const id = await deviceIdOf(endpoint);
    let devices = devicesOf();
    await open(
      {},
      pushCalls({
        listPushSubscriptions: (async () => devices) as unknown as PushCalls['listPushSubscriptions'],
        addPushSubscription: (async (given: unknown) => {
          added.push(given);
          devices = devicesOf(id);
        }) as unknown as PushCalls['addPushSubscription'],
      }),
    );
    expect(asked).to.deep.equal([]);
    expect(text()).to.contain('Off on this device.');
    await press('Switch on here');
    expect(asked).to.deep.equal(['ask', 'the-key']);
    expect(added).to.deep.equal([{ endpoint, keys: { p256dh: 'p', auth: 'a' } }]);
    expect(text()).to.contain('On on this device.').and.contain('come to this device from now on');
  });

  it('switches push messages off here, at the server and in the browser', async () => {
    const removed: unknown[] = [];
    const id = await deviceIdOf(endpoint);
    let devices = devicesOf(id);
    await open(
      { current: async () => subscription },
      pushCalls({
        listPushSubscriptions: (async () => devices) as unknown as PushCalls['listPushSubscriptions'],
        removePushSubscription: (async (given: unknown) => {
          removed.push(given);
          devices = devicesOf();
        }) as unknown as PushCalls['removePushSubscription'],
      }),
    );
    await press('Switch off here');
    expect(removed).to.deep.equal([{ id }]);
    expect(asked).to.deep.equal(['unsubscribe']);
    expect(text()).to.contain('Off on this device.');
  });

  it('shows push messages as off when the device belongs to another account', async () => {
    await open({ current: async () => subscription });
    expect(text()).to.contain('Off on this device.');
  });

  for (const [title, browser, words] of [
    ['the person says no', { ask: async () => false }, 'the browser did not allow it'],
    ['the browser forbids it from then on', { ask: async () => false, isForbidden: () => true }, 'forbids them'],
    [
      'the push service is away',
      { subscribe: () => Promise.reject(new DOMException('push service not available', 'AbortError')) },
      'push service of this browser cannot be reached',
    ],
  ] as const)
    it(`shows why push messages are not on: ${title}`, async () => {
      let isAsked = false;
      await open({ ...browser, isForbidden: () => isAsked && 'isForbidden' in browser });
      isAsked = true;
      await press('Switch on here');
      expect(text()).to.contain(words);
    });

  it('shows that this browser has no push messages', async () => {
    await open({ isSupported: false });
    expect(text()).to.contain('home screen first');
    expect(section.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('lists other devices, and removes them one by one', async () => {
    const removed: unknown[] = [];
    const id = 'e'.repeat(24);
    await open(
      {},
      pushCalls(
        {
          removePushSubscription: (async (given: unknown) =>
            removed.push(given)) as unknown as PushCalls['removePushSubscription'],
        },
        devicesOf(id),
      ),
    );
    expect(text()).to.contain('By fcm.googleapis.com, since April 11, 2028');
    await press('Remove');
    expect(removed).to.deep.equal([{ id }]);
  });

  it('shows that the server cannot be reached', async () => {
    const away = () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1/me/push-subscriptions'));
    await open({}, pushCalls({ listPushSubscriptions: away }));
    expect(section.shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain('cannot be reached');
  });
});
