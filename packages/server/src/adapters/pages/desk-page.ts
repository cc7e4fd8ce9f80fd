import type { Response } from 'express';
import type { PagePartner } from '../../application/pages/page-lookups.ts';
import { manifestOf } from './app-manifest.ts';
import type { Preloads } from './embed.ts';
import { html } from './html.ts';
import type { PageLanguage } from './page-language.ts';
import { sendPage } from './page.ts';
import type { PageTexts } from './texts/index.ts';

export interface DeskPage {
  /** The partner whose people sign in here. */
  readonly partner: PagePartner;
  /** The base path of the desk: `/desk`, or `/p/{partner}/desk`. */
  readonly base: string;
  /** The rest of the address below that, without slashes around it; empty for the desk itself. */
  readonly path: string;
  /** The publishable key in the address; absent where another part of it names the partner. */
  readonly key: string | undefined;
  /** An account that the page names, for servers that run the demo. */
  readonly demo: { readonly email: string; readonly password: string } | null;
  readonly preloads: Preloads;
}

/** The titles of the pages that there are, by their paths, and by those of before, which the desk leads on. */
const titles: ReadonlyMap<string, keyof PageTexts> = new Map([
  ['', 'today'],
  ['calendar', 'calendar'],
  ['bookings', 'bookings'],
  ['clients', 'clients'],
  ['leads', 'leads'],
  ['meetings', 'meetings'],
  ['statistics', 'statistics'],
  ['leads/abandoned', 'abandoned'],
  ['leads/propose', 'propose'],
  ['services', 'services'],
  ['availability', 'availability'],
  ['team', 'team'],
  ['profile', 'profile'],
  ['settings', 'messages'],
  ['settings/services', 'services'],
  ['settings/messages', 'messages'],
  ['settings/notifications', 'notifications'],
  ['settings/suggestions', 'suggestions'],
  ['settings/recovery', 'recovery'],
  ['settings/connections', 'connections'],
  ['account', 'account'],
]);

/** The parts of the desk whose name is not that of their page. */
const parts: Partial<Record<keyof PageTexts, string>> = {
  calendar: 'coach-calendar',
  abandoned: 'recovery',
  account: 'define-account',
};

/** The path of one client or lead; who that is, is known to the page alone. */
const PERSON = /^(clients|leads)\/[^/]+$/;

/**
 * Sends a page of `/desk`: sign-in, and what coaches and their staff work with after it. Everything happens in the
 * browser, which goes from page to page without another request; the page itself holds no data. An address that names
 * none of the pages is answered by 404, and by the desk, which shows so. The browser fetches the code of the page
 * together with that of the desk.
 */
export async function deskPage(
  response: Response,
  language: PageLanguage,
  { partner, base, path, key, demo, preloads }: DeskPage,
): Promise<void> {
  const { say } = language;
  const body = html`<coach-desk-page
      publishable-key="${partner.publishableKey}"
      partner="${partner.partner}"
      logo-url="${partner.logoUrl ?? ''}"
      base="${base}"
      demo-email="${demo?.email ?? ''}"
      demo-password="${demo?.password ?? ''}"
      ><p>${say('noScript')}</p></coach-desk-page
    >`;
  const title = titles.get(path) ?? (PERSON.exec(path)?.[1] as 'clients' | 'leads' | undefined);
  sendPage(response, {
    language,
    status: title ? 200 : 404,
    title: say(title ?? 'nothing'),
    partner: partner.partner,
    description: say('deskText'),
    body,
    script: 'desk-page.js',
    preloads: title ? await preloads(parts[title] ?? title) : [],
    showsMails: true,
    takesPush: true,
    coversScreen: true,
    manifest: manifestOf({ base, key }),
  });
}
