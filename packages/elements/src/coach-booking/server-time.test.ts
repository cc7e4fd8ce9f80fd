import { expect } from '@open-wc/testing';
import { serverTime } from './server-time.ts';

const HOUR = 3_600_000;
/** Returns a `fetch` whose answers carry a date that differs from this device's by so many ms. */
function answering(away: () => number): typeof globalThis.fetch {
  return async () => new Response('', { headers: { Date: new Date(Date.now() + away()).toUTCString() } });
}
const isNear = (time: number, wanted: number) => Math.abs(time - wanted) < 5000;

describe('the time of the server', () => {
  it('trusts the clock of the device until an answer shows that it is wrong', async () => {
    const time = serverTime(answering(() => -3 * HOUR));
    expect(isNear(time.now(), Date.now())).to.equal(true);
    await time.fetch('https://api.example');
    expect(isNear(time.now(), Date.now() - 3 * HOUR), 'V18').to.equal(true);
  });

  it('trusts the clock of the device again after it was corrected', async () => {
    let away = 14 * 365 * 24 * HOUR;
    const time = serverTime(answering(() => away));
    await time.fetch('https://api.example');
    away = 0;
    await time.fetch('https://api.example');
    expect(isNear(time.now(), Date.now())).to.equal(true);
  });

  it('trusts the clock of the device where answers carry no date or differ by seconds', async () => {
    const dateless = serverTime(async () => new Response(''));
    await dateless.fetch('https://api.example');
    const close = serverTime(answering(() => 20_000));
    await close.fetch('https://api.example');
    for (const time of [dateless, close]) expect(isNear(time.now(), Date.now())).to.equal(true);
  });
});
