import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import { account, bare, click, find, full, ok, open, textOf, type, coach } from '../../test/admin-stage.ts';
import { AdminEmbed } from './embed-section.ts';

const admin = account('admin');
const code = (page: Awaited<ReturnType<typeof open>>) => find(page, 'pre')!.textContent;

describe('the code for a website', () => {
  it('passes the accessibility check, and without a coach', async () => {
    await expect(await open('#embed')).to.be.accessible();
    const empty = await open('#embed', admin, bare);
    expect(textOf(empty)).to.contain('There are no coaches yet').and.contain('add one first');
    await expect(empty).to.be.accessible();
  });

  it('has two lines for the first coach, and warns that the key is of the test data', async () => {
    const page = await open('#embed');
    expect(code(page).split('\n')).to.have.length(2);
    expect(code(page)).to.contain('<coach-booking publishable-key="pk_test_x" coach="coach-a"></coach-booking>');
    expect(textOf(page)).to.contain('key is of the test data');
    expect(textOf(await open('#embed', admin, full, 'pk_live_x'))).not.to.contain('key is of the test data');
  });

  it('follows the choice of coach, service, mode and website', async () => {
    const other = { ...coach, id: '665f00000000000000000002', slug: 'coach-b', name: 'Coach B' };
    const page = await open('#embed', admin, {
      ...full,
      'GET /v1/coaches': () => ok([coach, other], { nextCursor: null }),
    });
    await type(page, '#service', 'strength');
    await click(page, '[name=mode][value=floating]');
    expect(code(page)).to.contain('coach="coach-a" service="strength" mode="floating"');
    await type(page, '#coach', 'coach-b');
    expect(code(page)).to.contain('coach="coach-b" mode="floating"').and.not.contain('service=');
    await type(page, '#coach', '+');
    expect(code(page)).to.contain('publishable-key="pk_test_x" team mode="floating"');
    await type(page, '#coach', '*');
    await type(page, '#service', 'strength');
    expect(code(page)).to.contain('coach="*" service="strength"');
    await click(page, '[name=kind][value=react]');
    expect(code(page)).to.contain("import '@coach-booking/elements/coach-booking';").and.contain('base-url=');
  });

  it('copies the code, and says when the browser refuses', async () => {
    const copied: string[] = [];
    AdminEmbed.copy = async (text) => void copied.push(text);
    const page = await open('#embed');
    await click(page, '#copy-code');
    expect(copied).to.deep.equal([code(page)]);
    AdminEmbed.copy = () => Promise.reject(new Error('no'));
    await click(page, '#copy-code');
    await waitUntil(() =>
      document.querySelector('coach-toasts')?.shadowRoot?.textContent.includes('Copying is not possible here'),
    );
  });
});
