import { html, nothing } from 'lit';
import { metricName } from '../../internal/client/metric-name.ts';
import { wallOf } from '../../internal/dates/wall.ts';
import { panelIcons } from '../panels/parts/icons.ts';
import { momentText } from '../panels/parts/texts.ts';
import type { Part } from './context.ts';

type Profile = Part['profile']['profile'];

const lists = ['injuries', 'healthComplications', 'goals', 'dietaryRestrictions'] as const;

/** Returns whether no field was filled in. */
export function isBlank(profile: Profile): boolean {
  return (
    lists.every((list) => profile[list].length === 0) &&
    !profile.gymAccess &&
    !profile.dateOfBirth &&
    !profile.gender &&
    !profile.heightCm &&
    !profile.weightKg &&
    Object.keys(profile.measurements).length === 0
  );
}

const row = (term: unknown, value: unknown, kind = '') =>
  html`<div class=${kind || nothing}><dt>${term}</dt><dd>${value}</dd></div>`;

/**
 * Renders the facts that a coach needs before the session, injuries first; then the person. Unanswered questions are
 * shown as such.
 */
export function profileView(part: Part): unknown {
  const { say, profile: client } = part;
  const { profile } = client;
  const answers = (values: readonly string[]) =>
    values.length === 0
      ? html`<span class="quiet">${say('notTold')}</span>`
      : html`<ul class="answers">${values.map((value) => html`<li><bdi>${value}</bdi></li>`)}</ul>`;
  const careful = (list: 'injuries' | 'healthComplications') =>
    profile[list].length === 0
      ? row(say(list), answers([]))
      : row(html`${panelIcons.warning} ${say(list)}`, answers(profile[list]), 'careful');
  return html`<section class="client-profile" part="client-profile">
    <h3>${say('profile')}</h3>
    <dl>
      ${careful('injuries')} ${careful('healthComplications')} ${row(say('goals'), answers(profile.goals))}
      ${row(say('dietaryRestrictions'), answers(profile.dietaryRestrictions))}
      ${row(say('gymAccess'), profile.gymAccess ? say(`gym_${profile.gymAccess}`) : answers([]))} ${bodyRows(part)}
    </dl>
    ${profile.updatedAt ? html`<p class="quiet"><small>${say('asOf', { date: dateOf(part, profile.updatedAt) })}</small></p>` : nothing}
  </section>`;
}

function bodyRows({ say, date, view, quantities, profile: { profile } }: Part): unknown {
  const { dateOfBirth, age, gender, heightCm, weightKg, measurements } = profile;
  const measured = Object.entries(measurements);
  return html`${dateOfBirth ? row(say('born'), age === undefined ? date(dateOfBirth) : say('bornAge', { date: date(dateOfBirth), age })) : nothing}
  ${gender ? row(say('gender'), say(`gender_${gender}`)) : nothing} ${heightCm ? row(say('height'), quantities.value(heightCm, 'cm')) : nothing}
  ${weightKg ? row(say('metric_weight'), quantities.value(weightKg, 'kg')) : nothing}
  ${
    measured.length > 0
      ? row(
          say('measurements'),
          html`<ul class="answers">${measured.map(([name, value]) => html`<li><bdi>${metricName(say, name, view.language)}</bdi>: ${quantities.value(value, 'cm')}</li>`)}</ul>`,
        )
      : nothing
  }`;
}

/** Renders the past and coming bookings of coach and client. */
export function togetherView(part: Part): unknown {
  const { say, view, quantities, profile } = part;
  const { since, bookings, lastSession, nextSession } = profile;
  return html`<section>
    <h3>${say('together')}</h3>
    <dl>
      ${row(say('since'), dateOf(part, since))} ${row(say('bookings'), quantities.number(bookings))}
      ${lastSession ? row(say('lastSession'), `${dateOf(part, lastSession)}, ${view.format.time(lastSession)}`) : nothing}
      ${nextSession ? row(say('nextSession'), momentText(view.format, nextSession)) : nothing}
    </dl>
  </section>`;
}

/** Returns the date of an instant in the shown zone. */
const dateOf = ({ view, date }: Part, instant: string): string => date(wallOf(instant, view.format.timeZone).date);
