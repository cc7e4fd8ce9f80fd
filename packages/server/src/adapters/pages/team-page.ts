import { Router, type Response } from 'express';
import type { PageLookups, TeamCoach } from '../../application/pages/page-lookups.ts';
import { addressOf } from './address.ts';
import { closedPage } from './gate-page.ts';
import { html, type Html } from './html.ts';
import { pageLanguage, type PageLanguage } from './page-language.ts';
import { sendNotice, sendPage } from './page.ts';

export type TeamPageDeps = Pick<PageLookups, 'team'>;

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

const SECURE = /^https:\/\//;

/** Serves `/book`: the coaches of a partner, each with a link to the page on which that coach is booked. */
export function teamPage({ team }: TeamPageDeps): Router {
  const router = Router({ mergeParams: true });
  router.get('/book', async (request, response: Response) => {
    const language = pageLanguage(request);
    const { say } = language;
    const address = addressOf(request);
    const found = await team(address);
    if (!found) return sendNotice(response, language, say('nothing'), say('noTeamText'));
    if (found.suspended) return closedPage(response, language, 'anyone');
    const { partner, brand, coaches } = found;
    const name = brand.name ?? partner;
    const query = address.key === undefined ? '' : `?key=${encodeURIComponent(address.key)}`;
    const logo = brand.logoUrl && SECURE.test(brand.logoUrl) ? brand.logoUrl : null;
    const cards = coaches.map((coach) =>
      cardOf(language, coach, `${request.baseUrl}/book/${encodeURIComponent(coach.slug)}${query}`),
    );
    const body = html`<main>
        ${logo ? html`<img class="logo" src="${logo}" alt="" referrerpolicy="no-referrer" />` : ''}
        <h1 dir="auto">${say('bookTeam', { partner: name })}</h1>
        <p>${cards.length > 0 ? say('teamText') : say('teamNone')}</p>
        ${cards.length > 0 ? html`<ul class="team">${cards}</ul>` : ''}
      </main>
      <footer dir="auto">${name}</footer>`;
    const title = say('bookTeam', { partner: name });
    const description = say('teamDescription', { partner: name });
    sendPage(response, { language, title, description, isListed: true, body, framing: 'anyone', script: null });
  });
  return router;
}
