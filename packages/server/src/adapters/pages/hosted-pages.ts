import { Router, type Request, type Response } from 'express';
import type { PageAddress, PageLookups, PagePartner } from '../../application/pages/page-lookups.ts';
import type { Challenge } from '../../application/ports/challenges.ts';
import { accountPage } from './account-page.ts';
import { adminPage } from './admin-page.ts';
import { calendarPage } from './calendar-page.ts';
import { sendPartnerChoice, closedPage, type GateTarget } from './gate-page.ts';
import { html } from './html.ts';
import { ownAccountPage } from './own-account-page.ts';
import { pageCss } from './page-css.ts';
import { sendPage } from './page.ts';
import { setupPage } from './setup-page.ts';

/** What the pages need from the rest of the server. */
export interface HostedPagesDeps extends PageLookups {
  /** The challenge provider that booking pages may show; absent when the server has none. */
  readonly challenger?: Challenge['provider'];
  /** Returns whether there is no partner yet, so that the first one can be opened. */
  isSetupOpen(): Promise<boolean>;
  /** Returns the demo partner's page; null when there is no demo. */
  demoUrl(): string | null;
  /** Returns the account to try the sign-in with; null when there is no demo. */
  demoAccount(): { readonly email: string; readonly password: string } | null;
  /** Returns the account to try the administration with; null when there is no demo. */
  demoAdmin(): { readonly email: string; readonly password: string } | null;
}

const fallback = html`<p>Booking needs JavaScript. Please switch it on, or ask your coach for a time.</p>`;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Returns the parts of the address that name the partner. A parameter that the route lacks is the router's above. */
const addressOf = ({ params, query, headers }: Request): PageAddress => ({
  slug: text((params as Readonly<Record<string, unknown>>).partner),
  key: text(query.key),
  host: headers.host?.toLowerCase(),
});

/**
 * Serves the pages of partners: `/book/{slug}`, `/manage/{token}`, `/verify/{token}`, `/password/{token}`, `/password`,
 * `/calendar`, `/account` and `/admin`, each also below `/p/{partner}`.
 */
function partnerPages({
  bookable,
  manageable,
  signIn,
  mailed,
  challenger,
  demoAccount,
  demoAdmin,
}: HostedPagesDeps): Router {
  const router = Router({ mergeParams: true });

  router.get('/', (request, response, next) => {
    const { slug } = addressOf(request);
    if (slug === undefined) return next();
    response.redirect(302, `/p/${encodeURIComponent(slug)}/calendar`);
  });

  router.get('/book/:slug', async (request, response) => {
    const coach = await bookable(request.params.slug, addressOf(request));
    if (!coach) {
      const body = html`<main>
        <h1>This page does not exist</h1>
        <p>There is no coach to book at this address. Please check the link.</p>
      </main>`;
      return sendPage(response, 404, 'Not found', body);
    }
    if (coach.suspended) return closedPage(response, 'anyone');
    const body = html`<main>
      <coach-booking publishable-key="${coach.publishableKey}" coach="${coach.slug}" loading="eager">${fallback}</coach-booking>
    </main>`;
    sendPage(response, 200, `Book ${coach.name}`, body, 'anyone', undefined, challenger);
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
    if (grant.suspended) return closedPage(response);
    const body = html`<main>
      <coach-booking publishable-key="${grant.publishableKey}" manage-token="${token}" loading="eager">${fallback}</coach-booking>
    </main>`;
    sendPage(response, 200, 'Your booking', body);
  });

  router.get('/verify/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await mailed(token, 'email_verification');
    if (partner?.suspended) return closedPage(response);
    accountPage(response, { view: 'verify', partner, token });
  });

  router.get('/refuse/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await mailed(token, 'registration_refusal');
    if (partner?.suspended) return closedPage(response);
    accountPage(response, { view: 'refuse', partner, token });
  });

  router.get('/email/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await mailed(token, 'email_change');
    if (partner?.suspended) return closedPage(response);
    accountPage(response, { view: 'email', partner, token });
  });

  router.get('/password/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await mailed(token, 'password_reset', 'invitation');
    if (partner?.suspended) return closedPage(response);
    accountPage(response, { view: 'password', partner, token });
  });

  /** Returns a handler that shows a page to sign in on, where the address names the partner. */
  const signingIn = (target: GateTarget, show: (request: Request, response: Response, partner: PagePartner) => void) =>
    router.get(`/${target}`, async (request, response) => {
      const address = addressOf(request);
      const partner = await signIn(address);
      if (!partner) return sendPartnerChoice(response, target, address.slug !== undefined || address.key !== undefined);
      if (partner.suspended) return closedPage(response);
      show(request, response, partner);
    });

  signingIn('password', (_request, response, partner) => accountPage(response, { view: 'forgotten', partner }));
  signingIn('calendar', ({ query }, response, partner) =>
    calendarPage(response, { partner, coach: text(query.coach), demo: demoAccount() }),
  );
  signingIn('account', (_request, response, partner) => ownAccountPage(response, { partner, demo: demoAccount() }));
  signingIn('admin', (_request, response, partner) => adminPage(response, { partner, demo: demoAdmin() }));

  return router;
}

/** Serves all hosted pages: those of partners, `/setup`, `/demo`, and the style sheet that they share. */
export function hostedPages(deps: HostedPagesDeps): Router {
  const router = Router();
  const pages = partnerPages(deps);

  router.get('/pages/page.css', (_request, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=3600').send(pageCss);
  });

  router.get('/setup', async (_request, response, next) => {
    if (await deps.isSetupOpen()) setupPage(response);
    else next();
  });

  router.get('/demo', (_request, response) => {
    const url = deps.demoUrl();
    if (url) return response.redirect(302, url);
    const body = html`<main>
      <h1>No demo here</h1>
      <p>This server runs without demo data.</p>
    </main>`;
    sendPage(response, 404, 'No demo', body);
  });

  router.use('/p/:partner', pages);
  router.use(pages);
  return router;
}
