import { expect } from '@open-wc/testing';
import { AuthenticationError, ConnectionError, NotFoundError, type CreatedPartner } from '@coach-booking/sdk';
import { SetupPage } from './setup-page-element.ts';
import { setupTextsFor } from './texts/index.ts';
import { failure } from '../../test/page-acts.ts';

const created = {
  partner: { id: '1', slug: 'zoe-s-gym', name: 'Zoë’s Gym' },
  keys: { publishable: { test: 'pk_test_a', live: 'pk_live_b' }, secret: { test: 'sk_test_c', live: 'sk_live_d' } },
  adminLink: 'https://book.example/p/zoe-s-gym/password/token',
} as unknown as CreatedPartner;

let asked: unknown[] = [];
let answer: () => Promise<CreatedPartner>;
class TestPage extends SetupPage {
  static override open: typeof SetupPage.open = (input) => {
    asked.push(input);
    return answer();
  };
}
customElements.define('coach-setup-page', TestPage);

async function open(): Promise<TestPage> {
  document.querySelector('coach-setup-page')?.remove();
  asked = [];
  answer = async () => created;
  const page = document.createElement('coach-setup-page') as TestPage;
  document.body.append(page);
  await page.updateComplete;
  return page;
}
const find = <E extends HTMLElement>(page: TestPage, selector: string) => page.shadowRoot!.querySelector<E>(selector)!;
const text = (page: TestPage) => page.shadowRoot!.textContent.replace(/\s+/g, ' ');
async function type(page: TestPage, id: string, value: string) {
  const input = find<HTMLInputElement>(page, `#${id}`);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await page.updateComplete;
}
async function send(page: TestPage) {
  find<HTMLFormElement>(page, 'form').requestSubmit();
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((done) => setTimeout(done));
    await page.updateComplete;
  }
}
async function filled(): Promise<TestPage> {
  const page = await open();
  await type(page, 'code', 'K7QX-2M9D-VTB4-H8PW');
  await type(page, 'name', ' Zoë’s Gym ');
  await type(page, 'origin', 'https://gym.example/home');
  await type(page, 'email', 'zoe@gym.example');
  return page;
}

describe('the page of the first set-up', () => {
  it('passes the accessibility check: empty, with missing fields, refused, and when it is done', async () => {
    const page = await filled();
    await expect(page).to.be.accessible();
    await type(page, 'email', '');
    await send(page);
    await expect(page).to.be.accessible();
    await type(page, 'email', 'zoe@gym.example');
    answer = () => Promise.reject(new AuthenticationError(failure(401, 'TOKEN_INVALID')));
    await send(page);
    await expect(page).to.be.accessible();
    answer = async () => created;
    await send(page);
    await expect(page).to.be.accessible();
  });

  it('sends the typed fields, with a slug made from the name and the origin of the address', async () => {
    await send(await filled());
    const expected = {
      code: 'K7QX-2M9D-VTB4-H8PW',
      name: 'Zoë’s Gym',
      slug: 'zoe-s-gym',
      allowedOrigins: ['https://gym.example'],
    };
    expect(asked).to.deep.equal([{ ...expected, admin: { email: 'zoe@gym.example' } }]);
  });

  it('keeps a typed slug', async () => {
    const page = await filled();
    await type(page, 'slug', 'gym');
    await type(page, 'name', 'Another');
    expect(find<HTMLInputElement>(page, '#slug').value).to.equal('gym');
  });

  it('asks for missing fields, and moves the focus there', async () => {
    const page = await open();
    await send(page);
    expect(asked).to.deep.equal([]);
    expect(page.shadowRoot!.activeElement).to.equal(find(page, '#code'));
  });

  it('shows the keys once, with the next steps', async () => {
    const page = await filled();
    await send(page);
    expect(page.shadowRoot!.activeElement).to.equal(find(page, 'h1'));
    expect(text(page)).to.contain('never shown again').and.contain('publishable-key="pk_live_b"');
    expect([...page.shadowRoot!.querySelectorAll('input')].map(({ value }) => value)).to.deep.equal([
      'sk_live_d',
      'pk_live_b',
      'sk_test_c',
      'pk_test_a',
    ]);
    expect([...page.shadowRoot!.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal([
      created.adminLink,
      '/p/zoe-s-gym/admin#coaches',
    ]);
  });

  it('shows the problem, and loses nothing that was typed', async () => {
    for (const [error, words] of [
      [new AuthenticationError(failure(401, 'TOKEN_INVALID')), 'This is not the code'],
      [new NotFoundError(failure(404, 'ROUTE_NOT_FOUND')), 'set up already'],
      [new ConnectionError('OFFLINE', 'POST', '/v1/setup'), 'cannot be reached'],
    ] as const) {
      const page = await filled();
      answer = () => Promise.reject(error);
      await send(page);
      expect(text(page)).to.contain(words);
      expect(find<HTMLInputElement>(page, '#email').value).to.equal('zoe@gym.example');
    }
  });

  it('fits 320 pixels, before and after', async () => {
    const page = await filled();
    page.style.width = '296px';
    expect(page.scrollWidth).to.be.at.most(page.clientWidth);
    await send(page);
    expect(page.scrollWidth).to.be.at.most(page.clientWidth);
  });

  it('speaks five languages', () => {
    const spoken = ['en', 'de', 'es', 'fr', 'ar'].map((tag) => setupTextsFor(tag));
    expect(spoken.map(({ language, dir }) => `${language} ${dir}`)).to.deep.equal([
      'en ltr',
      'de ltr',
      'es ltr',
      'fr ltr',
      'ar rtl',
    ]);
    for (const { texts } of spoken) expect(texts.opened).to.contain('{name}');
  });
});
