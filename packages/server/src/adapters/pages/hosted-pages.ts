import express, { Router, type Request, type Response } from 'express';
import type { PageLookups, PagePartner } from '../../application/pages/page-lookups.ts';
import type { Challenge } from '../../application/ports/challenges.ts';
import { accountPage } from './account-page.ts';
import { addressOf } from './address.ts';
import { bookScript } from './book-script.ts';
import { clientOf, footOf, logoOf } from './brand-parts.ts';
import { appIcons, sendManifest } from './app-manifest.ts';
import { adminPage } from './admin-page.ts';
import { sendPartnerChoice, closedPage, type GateTarget } from './gate-page.ts';
import { deskPage } from './desk-page.ts';
import type { Preloads } from './embed.ts';
import { html } from './html.ts';
import { joinPage, type JoinPageDeps } from './join-page.ts';
import { ownAccountPage } from './own-account-page.ts';
import { pageCss, pageIcon } from './page-css.ts';
import { mePage } from './me-page.ts';
import { mailPreview } from './mail-preview.ts';
import { offeredIn } from './offered-time.ts';
import { pageLanguage, workLanguage } from './page-language.ts';
import { sendNotice, sendPage } from './page.ts';
import { providerReturnPage, type ProviderReturnPageDeps } from './provider-return-page.ts';
import { serviceWorkerFile } from './service-worker.ts';
import { setupPage } from './setup-page.ts';
import { teamPage } from './team-page.ts';

/** An account that a page to sign in on names. */
interface DemoAccount {
  readonly email: string;
  readonly password: string;
}

/** The parts of the server that the pages use. */
export interface HostedPagesDeps extends PageLookups, JoinPageDeps, ProviderReturnPageDeps {
  /** The challenge provider that booking pages may show; absent when the server has none. */
  readonly challenger?: Challenge['provider'];
  /** Notes that the reader of a mail wants no more of its kind; false for a link that was not made here. */
  unsubscribe(token: string): Promise<boolean>;
  /** Returns whether there is no partner yet, so that the first one can be opened. */
  isSetupOpen(): Promise<boolean>;
  readonly preloads: Preloads;
  /** Returns the demo partner's page; null when there is no demo. */
  demoUrl(): string | null;
  /** Returns the accounts to try each page with; null when there is no demo. */
  demoAccounts(): Readonly<Record<'coach' | 'admin' | 'client', DemoAccount>> | null;
}

/** Returns what an address has below the page that serves it. */
const belowOf = ({ params }: Request): string =>
  [(params as Readonly<Record<string, unknown>>).below ?? []].flat().filter(Boolean).join('/');

/**
 * Serves the pages of partners: `/book`, `/book/{slug}`, `/manage/{token}`, `/join/{token}`, `/confirm/{token}`,
 * `/u/{token}`, `/resume/{token}`, `/verify/{token}`, `/password/{token}`, `/password`, `/desk` and `/me` with what is
 * below them, `/account` and `/admin`, each also below `/p/{partner}`. `/calendar` leads to `/desk`.
 */
function partnerPages({
  bookable,
  manageable,
  provable,
  unsubscribable,
  resumable,
  unsubscribe,
  signIn,
  mailed,
  challenger,
  demoAccounts,
  meeting,
  team,
  preloads,
}: HostedPagesDeps): Router {
  const router = Router({ mergeParams: true });
  router.use(joinPage({ meeting }));
  router.use(teamPage({ team, challenger }));

  router.get('/', (request, response, next) => {
    const { slug } = addressOf(request);
    if (slug === undefined) return next();
    response.redirect(302, `/p/${encodeURIComponent(slug)}/desk`);
  });

  // The calendar's address until the desk came. A browser takes the hash along.
  router.get('/calendar', (request, response) => {
    const query = /[?].*/.exec(request.url)?.[0] ?? '';
    response.redirect(302, `${request.baseUrl}/desk/calendar${query}`);
  });

  router.get('/book/:slug', async (request, response) => {
    const language = pageLanguage(request);
    const { say } = language;
    const coach = await bookable(request.params.slug, addressOf(request));
    if (!coach) return sendNotice(response, language, say('nothing'), say('noCoachText'));
    if (coach.suspended) return closedPage(response, language, 'anyone');
    const { publishableKey, partner, name, slug, brand } = coach;
    const { service, start } = offeredIn(request.query, coach);
    const title = say('book', { coach: name });
    const body = html`<main>
      ${logoOf(brand)}
      <h1 class="vh">${title}</h1>
      ${clientOf(request.baseUrl, publishableKey, slug)}
      <coach-booking publishable-key="${publishableKey}" coach="${slug}" service="${service}" start="${start}" loading="eager"><p>${say('bookNoScript')}</p></coach-booking>
    </main>
    ${footOf(language, brand, brand.name ?? partner)}`;
    const description = say('bookText', { coach: name });
    // With a key, the page may be that of a test coach, which has no other address.
    const canonical = addressOf(request).key === undefined && `${request.baseUrl}/book/${encodeURIComponent(slug)}`;
    const page = { language, title, partner, description, isListed: true, takesHash: true } as const;
    sendPage(response, { ...page, ...(canonical && { canonical }), body, framing: 'anyone', challenger });
  });

  router.get('/manage/:token', async (request, response) => {
    const { token } = request.params;
    const grant = await manageable(token);
    const language = pageLanguage(request, grant?.language);
    const { say } = language;
    if (!grant) return sendNotice(response, language, say('noBooking'), say('noBookingText'));
    if (grant.suspended) return closedPage(response, language);
    const title = say('booking');
    const body = html`<main>
      ${logoOf(grant)}
      <h1 class="vh">${title}</h1>
      <coach-booking publishable-key="${grant.publishableKey}" manage-token="${token}" loading="eager"><p>${say('bookNoScript')}</p></coach-booking>
    </main>`;
    sendPage(response, { language, title, partner: grant.partner, body });
  });

  router.get('/resume/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await resumable(token);
    const language = pageLanguage(request, partner?.language);
    const { say } = language;
    if (!partner) return sendNotice(response, language, say('noResume'), say('noResumeText'));
    if (partner.suspended) return closedPage(response, language);
    const body = html`<main>
      <coach-resume-page publishable-key="${partner.publishableKey}" partner="${partner.partner}" logo-url="${partner.logoUrl ?? ''}" token="${token}"><p>${say('bookNoScript')}</p></coach-resume-page>
    </main>`;
    const script = 'resume-page.js';
    sendPage(response, {
      language,
      title: say('resume'),
      partner: partner.partner,
      body,
      script,
      challenger,
      isKept: false,
    });
  });

  router.get('/verify/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await mailed(token, 'email_verification');
    if (partner?.suspended) return closedPage(response, pageLanguage(request));
    accountPage(response, pageLanguage(request), { view: 'verify', partner, token });
  });

  router.get('/confirm/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await provable(token);
    const language = pageLanguage(request, partner?.language);
    if (partner?.suspended) return closedPage(response, language);
    accountPage(response, language, {
      view: 'confirm',
      partner,
      token,
      ...(partner && { booking: partner.bookingId }),
    });
  });

  router.get('/u/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await unsubscribable(token);
    accountPage(response, pageLanguage(request, partner?.language), { view: 'unsubscribe', partner, token });
  });

  // What a mail program sends (RFC 8058), and the button of the page: no redirect, no cookie, and the same when it is
  // sent again. Of a suspended partner too.
  router.post('/u/:token', express.text({ type: () => true, limit: '1kb' }), async (request, response) => {
    const isDone = request.body === 'List-Unsubscribe=One-Click' && (await unsubscribe(request.params.token));
    response
      .status(isDone ? 200 : 400)
      .type('text')
      .send(isDone ? 'Unsubscribed.' : 'This is no link to unsubscribe.');
  });

  router.get('/refuse/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await mailed(token, 'registration_refusal');
    if (partner?.suspended) return closedPage(response, pageLanguage(request));
    accountPage(response, pageLanguage(request), { view: 'refuse', partner, token });
  });

  router.get('/email/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await mailed(token, 'email_change');
    if (partner?.suspended) return closedPage(response, pageLanguage(request));
    accountPage(response, pageLanguage(request), { view: 'email', partner, token });
  });

  router.get('/password/:token', async (request, response) => {
    const { token } = request.params;
    const partner = await mailed(token, 'password_reset', 'invitation');
    if (partner?.suspended) return closedPage(response, pageLanguage(request));
    accountPage(response, pageLanguage(request), { view: 'password', partner, token });
  });

  /** Returns a handler that shows a page to sign in on, where the address names the partner. */
  const signingIn = (
    target: GateTarget,
    show: (request: Request, response: Response, partner: PagePartner) => void | Promise<void>,
    below = '',
  ) =>
    router.get(`/${target}${below}`, async (request, response) => {
      const address = addressOf(request);
      const partner = await signIn(address);
      const wasNamed = address.slug !== undefined || address.key !== undefined;
      if (!partner) return sendPartnerChoice(response, pageLanguage(request), target, wasNamed);
      if (partner.suspended) return closedPage(response, pageLanguage(request));
      await show(request, response, partner);
    });

  signingIn('password', (request, response, partner) =>
    accountPage(response, pageLanguage(request), { view: 'forgotten', partner }),
  );
  signingIn(
    'desk',
    (request, response, partner) => {
      const path = belowOf(request);
      const base = `${request.baseUrl}/desk`;
      const { key } = addressOf(request);
      const demo = demoAccounts()?.coach ?? null;
      return deskPage(response, workLanguage(request), { partner, base, path, key, demo, preloads });
    },
    '{/*below}',
  );
  signingIn(
    'me',
    (request, response, partner) =>
      mePage(response, workLanguage(request), {
        partner,
        base: `${request.baseUrl}/me`,
        path: belowOf(request),
        demo: demoAccounts()?.client ?? null,
      }),
    '{/*below}',
  );
  router.get('/desk.webmanifest', async (request, response, next) => {
    const address = addressOf(request);
    const partner = await signIn(address);
    if (!partner || partner.suspended) return next();
    const base = `${request.baseUrl}/desk`;
    sendManifest(response, workLanguage(request), { partner, base, key: address.key });
  });
  signingIn('account', (request, response, partner) =>
    ownAccountPage(response, workLanguage(request), { partner, demo: demoAccounts()?.coach ?? null }),
  );
  signingIn('admin', (request, response, partner) =>
    adminPage(response, workLanguage(request), { partner, demo: demoAccounts()?.admin ?? null }),
  );

  return router;
}

const ROBOTS = `User-agent: *
${['/book', '/p/*/book', '/embed/', '/pages/', '/photos/', '/v1/coaches/'].map((path) => `Allow: ${path}`).join('\n')}
Disallow: /
`;

/** Serves all hosted pages: those of partners, `/setup`, `/demo`, and the style sheet and the icon that they share. */
export function hostedPages(deps: HostedPagesDeps): Router {
  const router = Router();
  const pages = partnerPages(deps);

  router.get('/pages/page.css', (_request, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=3600').send(pageCss);
  });

  // Pages for bookings are the only ones that are for everybody; the others open by a link or a sign-in.
  router.get('/robots.txt', (_request, response) => {
    response.type('text').set('Cache-Control', 'public, max-age=86400').send(ROBOTS);
  });

  router.get('/pages/icon.svg', (_request, response) => {
    response.type('svg').set('Cache-Control', 'public, max-age=86400').send(pageIcon);
  });

  router.use(appIcons());
  router.use(mailPreview());
  router.use(bookScript());
  router.use(serviceWorkerFile());
  router.use(providerReturnPage(deps));

  router.get('/setup', async (request, response, next) => {
    if (await deps.isSetupOpen()) setupPage(response, workLanguage(request));
    else next();
  });

  router.get('/demo', (request, response) => {
    const url = deps.demoUrl();
    if (url) return response.redirect(302, url);
    const language = workLanguage(request);
    sendNotice(response, language, language.say('noDemo'), language.say('noDemoText'));
  });

  router.use('/p/:partner', pages);
  router.use(pages);
  return router;
}

/**
 * Answers a browser's request for a page that does not exist with a page; programs get the error of the API. Mounted
 * last.
 */
export function noSuchPage(): Router {
  const router = Router();
  router.get(/^\/(?!v1\/)/, (request, response, next) => {
    if (request.accepts(['json', 'html']) !== 'html') return next();
    const language = pageLanguage(request);
    sendNotice(response, language, language.say('nothing'), language.say('nothingText'));
  });
  return router;
}
