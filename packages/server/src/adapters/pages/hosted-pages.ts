import { Router } from 'express';
import type { PageLookups } from '../../application/pages/page-lookups.ts';
import { accountPage } from './account-page.ts';
import { adminPage } from './admin-page.ts';
import { calendarPage } from './calendar-page.ts';
import { html } from './html.ts';
import { pageCss } from './page-css.ts';
import { sendPage } from './page.ts';

/** What the pages ask of the rest of the server. */
export interface HostedPagesDeps extends PageLookups {
  /** Where the demo partner's page is; null when there is no demo. */
  demoUrl(): string | null;
  /** Who can try the sign-in; null when there is no demo. */
  demoAccount(): { readonly email: string; readonly password: string } | null;
  /** Who can try the administration; null when there is no demo. */
  demoAdmin(): { readonly email: string; readonly password: string } | null;
}

const fallback = html`<p>Booking needs JavaScript. Please switch it on, or ask your coach for a time.</p>`;

/** `/book/{slug}`, `/manage/{token}`, `/verify/{token}`, `/password/{token}`, `/password`, `/calendar`, `/admin` and `/demo`. */
export function hostedPages({ bookable, manageable, signIn, mailed, demoUrl, demoAccount, demoAdmin }: HostedPagesDeps): Router {
  const router = Router();

  router.get('/pages/page.css', (_request, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=3600').send(pageCss);
  });

  router.get('/book/:slug', async (request, response) => {
    const coach = await bookable(request.params.slug);
    if (!coach) {
      const body = html`<main>
        <h1>This page does not exist</h1>
        <p>There is no coach to book at this address. Please check the link.</p>
      </main>`;
      return sendPage(response, 404, 'Not found', body);
    }
    const body = html`<main>
      <coach-booking publishable-key="${coach.publishableKey}" coach="${coach.slug}" loading="eager">${fallback}</coach-booking>
    </main>`;
    sendPage(response, 200, `Book ${coach.name}`, body, 'anyone');
  });

  router.get('/manage/:token', async (request, response) => {
    const { token } = request.params;
    const grant = await manageable(token);
    if (!grant) {
      const body = html`<main>
        <h1>This link opens no booking</h1>
        <p>It may have expired or been replaced. The newest confirmation you received has a link that works.</p>
      </main>`;
      return sendPage(response, 404, 'Nothing here', body);
    }
    const body = html`<main>
      <coach-booking publishable-key="${grant.publishableKey}" manage-token="${token}" loading="eager">${fallback}</coach-booking>
    </main>`;
    sendPage(response, 200, 'Your booking', body);
  });

  router.get('/verify/:token', async (request, response) => {
    const { token } = request.params;
    accountPage(response, { view: 'verify', partner: await mailed('email_verification', token), token });
  });

  router.get('/password/:token', async (request, response) => {
    const { token } = request.params;
    accountPage(response, { view: 'password', partner: await mailed('password_reset', token), token });
  });

  router.get('/password', async (request, response) => {
    const { key } = request.query;
    accountPage(response, { view: 'forgotten', partner: await signIn(typeof key === 'string' && key !== '' ? key : undefined) });
  });

  router.get('/calendar', async (request, response) => {
    const { key, coach } = request.query;
    const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
    calendarPage(response, { partner: await signIn(text(key)), coach: text(coach), demo: demoAccount() });
  });

  router.get('/admin', async (request, response) => {
    const { key } = request.query;
    adminPage(response, { partner: await signIn(typeof key === 'string' && key !== '' ? key : undefined), demo: demoAdmin() });
  });

  router.get('/demo', (_request, response) => {
    const url = demoUrl();
    if (url) return response.redirect(302, url);
    const body = html`<main>
      <h1>No demo here</h1>
      <p>This server runs without demo data.</p>
    </main>`;
    sendPage(response, 404, 'No demo', body);
  });

  return router;
}
