import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import {
  account,
  adminHashes,
  ana,
  bare,
  broken,
  click,
  coach,
  find,
  findAll,
  full,
  ok,
  open,
  refused,
  send,
  settle,
  stage,
  type,
} from '../../test/admin-stage.ts';

/** Renders the page in a colour scheme. */
async function inScheme(scheme: 'light' | 'dark', ...given: Parameters<typeof open>) {
  document.documentElement.style.colorScheme = scheme;
  document.body.style.background = scheme === 'dark' ? '#0e141a' : '#f4f6f8';
  const page = await open(...given);
  page.style.colorScheme = scheme;
  return page;
}

for (const scheme of ['light', 'dark'] as const)
  describe(`the admin page is accessible, ${scheme}`, () => {
    for (const [state, answers] of [
      ['full', full],
      ['empty', bare],
      ['failed', broken],
    ] as const)
      for (const hash of adminHashes)
        it(`passes the accessibility check: ${hash}, ${state}`, async () => {
          await expect(await inScheme(scheme, hash, account('admin'), answers)).to.be.accessible();
        });

    it('passes the accessibility check at the sign-in, and refused', async () => {
      await expect(await inScheme(scheme, '', null)).to.be.accessible();
      await expect(await inScheme(scheme, '', account('coach'))).to.be.accessible();
    });

    it('passes the accessibility check with a client’s logs open', async () => {
      const page = await inScheme(scheme, `#users/${ana.id}`);
      findAll(page, 'button')
        .find(({ textContent }) => textContent.includes('Open the logs'))!
        .click();
      await settle(page);
      for (const part of findAll(page, 'details')) (part as HTMLDetailsElement).open = true;
      await expect(page).to.be.accessible();
    });

    it('passes the accessibility check with a new coach’s invalid fields, and a service changed or removed', async () => {
      const wrong = await inScheme(scheme, '#coaches/new');
      await send(wrong);
      await expect(wrong).to.be.accessible();
      const page = await inScheme(scheme, `#coaches/${coach.id}`);
      const editor = find(page, 'coach-admin-services')!.shadowRoot!;
      for (const selector of ['.service button', '.service button + button']) {
        editor.querySelector<HTMLElement>(selector)!.click();
        await settle(page);
        await expect(page).to.be.accessible();
      }
    });

    it('passes the accessibility check with a calendar to import, without its coach, and read', async () => {
      const page = await inScheme(scheme, '#import', account('admin'), {
        ...full,
        'POST /v1/imports/calendar': () =>
          ok({ csv: '', sessions: 0, skipped: 2, problems: [{ code: 'unknown_zone', count: 1, detail: 'Nowhere' }] }),
      });
      await type(page, '#text', 'BEGIN:VCALENDAR');
      await send(page);
      await expect(page).to.be.accessible();
      await type(page, '#coach', 'coach-a');
      await send(page);
      await expect(page).to.be.accessible();
    });

    it('passes the accessibility check with invalid fields, and with another person’s changes', async () => {
      const page = await inScheme(scheme, '#partner');
      await type(page, '#name', '');
      await type(page, '#holdsPerAddress', '0');
      await send(page);
      await expect(page).to.be.accessible();
      stage.answers = { ...full, 'PATCH /v1/partner': () => refused(409, 'VERSION_CONFLICT', 'Stale.') };
      await type(page, '#name', 'Mine');
      await send(page);
      await expect(page).to.be.accessible();
    });

    for (const what of ['roll', 'revoke'])
      it(`passes the accessibility check with the dialog: ${what}`, async () => {
        const page = await inScheme(scheme, '#keys');
        await click(page, `button.${what}`);
        expect(find<HTMLDialogElement>(page, 'dialog')!.open).to.equal(true);
        await expect(page).to.be.accessible();
      });
  });

describe('the admin page on a narrow screen', () => {
  afterEach(() => {
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('lang');
  });
  for (const lang of ['en', 'ar'])
    it(`shows in its bar and in the sheet behind it where one is, also when it is opened there: ${lang}`, async () => {
      document.body.style.width = '304px';
      document.documentElement.lang = lang;
      scrollTo(0, 0);
      const page = await open('#keys');
      const inPage = (selector: string) => page.shadowRoot!.querySelector<HTMLElement>(selector);
      await waitUntil(() => inPage('.bar .more'));
      expect(inPage('.bar .more')!.getAttribute('aria-current')).to.equal('true');
      inPage('.bar .more')!.click();
      expect(inPage('.sheet [aria-current=page]')!.getAttribute('href')).to.equal('#keys');
      const { left, right } = inPage('.sheet [aria-current=page]')!.getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(innerWidth);
      expect(scrollY).to.equal(0);
    });

  for (const hash of adminHashes.filter((name) => name !== '#calendars/coach-a'))
    for (const dir of ['ltr', 'rtl'])
      it(`fits 320 pixels at ${hash}, ${dir}`, async () => {
        const page = await open(hash);
        page.shadowRoot!.querySelector('[dir]')!.setAttribute('dir', dir);
        page.style.width = '304px';
        await settle(page);
        const main = page.shadowRoot!.querySelector('main')!;
        expect(main.scrollWidth).to.be.at.most(main.clientWidth);
      });
});
