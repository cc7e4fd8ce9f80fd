import { Router, type Response } from 'express';
import type { PageLookups, TeamCoach } from '../../application/pages/page-lookups.ts';
import type { Challenge } from '../../application/ports/challenges.ts';
import { addressOf } from './address.ts';
import { clientOf, footOf, logoOf } from './brand-parts.ts';
import { closedPage } from './gate-page.ts';
import { html, type Html } from './html.ts';
import { pageLanguage, type PageLanguage } from './page-language.ts';
import { sendNotice, sendPage } from './page.ts';

export interface TeamPageDeps extends Pick<PageLookups, 'team'> {
  /** The challenge provider that booking pages may show; absent when the server has none. */
  readonly challenger?: Challenge['provider'] | undefined;
}

/** The most services that a card names. */
const MOST_SERVICES = 3;

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();

const cardOf = ({ say }: PageLanguage, coach: TeamCoach, address: string): Html => {
  const { name, photo, specialties, services } = coach;
  const more = services.length - MOST_SERVICES;
  const named = services.slice(0, MOST_SERVICES).join(' · ');
  return html`<li>
    <a class="coach" href="${address}">
      ${photo ? html`<img src="${photo}" alt="" width="56" height="56" loading="lazy" />` : html`<span class="initials" aria-hidden="true">${initialsOf(name)}</span>`}
      <span>
        <b dir="auto">${name}</b>
        ${specialties.length > 0 ? html`<span dir="auto">${specialties.slice(0, MOST_SERVICES).join(', ')}</span>` : ''}
        ${named ? html`<small dir="auto">${more > 0 ? say('teamMore', { services: named, count: `${more}` }) : named}</small>` : ''}
      </span>
    </a>
  </li>`;
};

/** The most coaches of whom one may be assigned, as of `listTeamSlots`. */
const MOST_ASSIGNED = 20;

const anyCard = ({ say }: PageLanguage, address: string): Html =>
  html`<li class="all">
    <a class="coach any" href="${address}">
      <span class="initials" aria-hidden="true"><svg viewBox="0 0 20 20"><path d="M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M2.5 16c.4-3 2.4-4.5 5-4.5s4.6 1.5 5 4.5M13 9.5a2.4 2.4 0 1 0-.6-4.7M14.5 12c1.8.6 2.8 1.9 3 4"></path></svg></span>
      <span>
        <b>${say('teamAny')}</b>
        <span>${say('teamAnyText')}</span>
      </span>
    </a>
  </li>`;

/** As the contract has an id or slug. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Serves `/book`: the coaches of a partner, each with a link to the page on which that coach is booked, and one to
 * `/book?free=first`, where any of them is booked.
 */
export function teamPage({ team, challenger }: TeamPageDeps): Router {
  const router = Router({ mergeParams: true });
  router.get('/book', async (request, response: Response) => {
    const language = pageLanguage(request);
    const { say } = language;
    const address = addressOf(request);
    const found = await team(address);
    if (!found) return sendNotice(response, language, say('nothing'), say('noTeamText'));
    if (found.suspended) return closedPage(response, language, 'anyone');
    const { partner, publishableKey, brand, coaches } = found;
    const name = brand.name ?? partner;
    const isAssigned = coaches.length > 1 && coaches.length <= MOST_ASSIGNED;
    const named = address.key === undefined ? [] : [['key', address.key]];
    const queryOf = (...more: string[][]) => {
      const query = new URLSearchParams([...named, ...more]).toString();
      return query && `?${query}`;
    };
    const query = queryOf();
    const cards = coaches.map((coach) =>
      cardOf(language, coach, `${request.baseUrl}/book/${encodeURIComponent(coach.slug)}${query}`),
    );
    const title = say('bookTeam', { partner: name });
    const description = say('teamDescription', { partner: name });
    const page = { language, title, description, isListed: true, framing: 'anyone', takesHash: true } as const;
    if (isAssigned && request.query.free === 'first') {
      const service = typeof request.query.service === 'string' ? request.query.service : '';
      const body = html`<main>
          <p><a href="${request.baseUrl}/book${query}">${say('teamBack')}</a></p>
          <h1 class="vh">${title}</h1>
          ${clientOf(request.baseUrl, publishableKey)}
          <coach-booking publishable-key="${publishableKey}" coach="*" service="${SLUG.test(service) ? service : ''}" loading="eager"><p>${say('bookNoScript')}</p></coach-booking>
        </main>
        ${footOf(language, brand, name)}`;
      return sendPage(response, { ...page, isListed: false, body, challenger });
    }
    const body = html`<main>
        ${logoOf(brand)}
        <h1 dir="auto">${say('bookTeam', { partner: name })}</h1>
        <p>${cards.length > 0 ? say('teamText') : say('teamNone')}</p>
        ${clientOf(request.baseUrl, publishableKey)}
        ${cards.length > 0 ? html`<ul class="team">${isAssigned ? anyCard(language, `${request.baseUrl}/book${queryOf(['free', 'first'])}`) : ''}${cards}</ul>` : ''}
      </main>
      ${footOf(language, brand, name)}`;
    const canonical = address.key === undefined && `${request.baseUrl}/book`;
    sendPage(response, { ...page, ...(canonical && { canonical }), body, script: null });
  });
  return router;
}
