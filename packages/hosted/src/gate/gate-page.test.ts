import { expect } from '@open-wc/testing';
import { GatePage } from './gate-page-element.ts';
import { gateTextsFor } from './texts/index.ts';

let gone: string[] = [];
class TestPage extends GatePage {
  static override navigate = (address: string) => void gone.push(address);
}
customElements.define('coach-gate-page', TestPage);

async function open(view: GatePage['view'], target = 'admin'): Promise<TestPage> {
  document.querySelector('coach-gate-page')?.remove();
  gone = [];
  const page = document.createElement('coach-gate-page') as TestPage;
  page.setAttribute('view', view);
  page.setAttribute('target', target);
  document.body.append(page);
  await page.updateComplete;
  return page;
}
const find = <E extends HTMLElement>(page: TestPage, selector: string) => page.shadowRoot!.querySelector<E>(selector)!;
const text = (page: TestPage) => page.shadowRoot!.textContent.replace(/\s+/g, ' ');
async function send(page: TestPage, typed: string) {
  find<HTMLInputElement>(page, 'input').value = typed;
  find<HTMLFormElement>(page, 'form').requestSubmit();
  await page.updateComplete;
}

describe('the page that finds a business', () => {
  it('passes the accessibility check: when it asks, for an unknown or missing name, and for a closed business', async () => {
    for (const view of ['find', 'unknown', 'closed'] as const) await expect(await open(view)).to.be.accessible();
    const page = await open('find');
    await send(page, ' ');
    await expect(page).to.be.accessible();
  });

  it('leads to the requested page, however the short name is typed', async () => {
    for (const typed of ['harbour-strength', ' Harbour  Strength ', 'HARBOUR_strength']) {
      const page = await open('find', 'desk');
      await send(page, typed);
      expect(gone).to.deep.equal(['/p/harbour-strength/desk']);
    }
    const page = await open('find');
    await send(page, '../x?y');
    expect(gone).to.deep.equal(['/p/..%2Fx%3Fy/admin']);
  });

  it('asks for the missing name, and stays', async () => {
    const page = await open('find');
    await send(page, '');
    expect(gone).to.deep.equal([]);
    expect(find(page, 'input').getAttribute('aria-invalid')).to.equal('true');
    expect(page.shadowRoot!.activeElement).to.equal(find(page, 'input'));
  });

  it('shows that no business has this name, or that it is closed, without a form', async () => {
    expect(text(await open('unknown'))).to.contain('No business here goes by that name');
    const closed = await open('closed');
    expect(text(closed)).to.contain('Closed for the moment');
    expect(closed.shadowRoot!.querySelector('form')).to.equal(null);
  });

  it('speaks eleven languages, two from right to left, and English for every other', () => {
    const spoken = ['en', 'de-AT', 'es', 'fr', 'ar-EG', 'it', 'pt-BR', 'nl', 'pl', 'tr', 'he-IL', 'sv'].map((tag) =>
      gateTextsFor(tag),
    );
    expect(spoken.map(({ language, dir }) => `${language} ${dir}`)).to.deep.equal([
      'en ltr',
      'de-AT ltr',
      'es ltr',
      'fr ltr',
      'ar-EG rtl',
      'it ltr',
      'pt-BR ltr',
      'nl ltr',
      'pl ltr',
      'tr ltr',
      'he-IL rtl',
      'en ltr',
    ]);
  });
});
