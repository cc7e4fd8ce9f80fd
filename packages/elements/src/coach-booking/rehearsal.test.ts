import { expect, waitUntil } from '@open-wc/testing';
import { rehearse } from './rehearsal.ts';

describe('the rehearsal', () => {
  it('draws a month with a free slot, and leaves nothing behind in the tab or the page', async () => {
    const { fetch } = globalThis;
    const sent: unknown[] = [];
    globalThis.fetch = (...given) => (sent.push(given), fetch(...given));
    const stored = sessionStorage.length;
    const nodes = document.querySelectorAll('*').length;
    const stage = await rehearse();
    await waitUntil(() => stage.querySelector('[part~="slot-available"]'), 'a slot is drawn');
    globalThis.fetch = fetch;
    expect(stage.querySelectorAll('[part~="day-free"]').length).to.equal(1);
    expect([sent.length, sessionStorage.length, document.querySelectorAll('*').length]).to.deep.equal([0, stored, nodes]);
  });
});
