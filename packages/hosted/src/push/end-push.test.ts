import { expect } from '@open-wc/testing';
import { ConnectionError } from '@coach-booking/sdk';
import { pushCalls } from '../../test/push-stage.ts';
import { deviceIdOf, type BrowserPush, type BrowserSubscription } from './browser-push.ts';
import { endPush } from './end-push.ts';

const endpoint = 'https://push.example/send/here';

describe('push messages on a device on which somebody signs out', () => {
  let asked: unknown[];
  const subscription: BrowserSubscription = {
    endpoint,
    unsubscribe: async () => {
      asked.push('unsubscribe');
      return true;
    },
    toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }),
  };
  const end = (browser: Partial<BrowserPush>, remove: (given: unknown) => Promise<unknown> = async () => ({})) => {
    asked = [];
    const all = { isSupported: true, current: async () => subscription, ...browser } as BrowserPush;
    const note = (given: unknown) => {
      asked.push(given);
      return remove(given);
    };
    return endPush(
      () => 'token',
      '',
      all,
      () => pushCalls({ removePushSubscription: note as never }),
    );
  };

  it('ends push messages at the server and in the browser', async () => {
    await end({});
    expect(asked).to.deep.equal([{ id: await deviceIdOf(endpoint) }, 'unsubscribe']);
  });

  it('ends push messages in the browser alone when the server cannot be reached', async () => {
    await end({}, () => Promise.reject(new ConnectionError('OFFLINE', 'DELETE', '/v1/me/push-subscriptions')));
    expect(asked).to.have.length(2);
  });

  it('makes no request where there are none, nor where the browser has none or its worker fails', async () => {
    await end({ current: async () => null });
    expect(asked).to.deep.equal([]);
    await end({ isSupported: false });
    expect(asked).to.deep.equal([]);
    await end({ current: () => Promise.reject(new DOMException('gone')) });
    expect(asked).to.deep.equal([]);
  });
});
