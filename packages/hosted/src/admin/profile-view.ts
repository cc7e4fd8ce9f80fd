import { html, type TemplateResult } from 'lit';
import type { UserDetail } from './calls.ts';
import { factsView, textsView } from './parts.ts';
import type { AdminView } from './view.ts';

/** Renders the profile of a client. */
export function profileView(view: AdminView, profile: UserDetail['profile']): TemplateResult {
  const { say, format } = view;
  return html`<section class="card tall" aria-labelledby="profile">
    <h2 id="profile">${say('profile')}</h2>
    <p class="quiet">${say('audited')}</p>
    ${profile ? facts() : html`<p>${say('noProfile')}</p>`}
  </section>`;

  function facts(): TemplateResult {
    const {
      dateOfBirth,
      age,
      gender,
      heightCm,
      weightKg,
      gymAccess,
      measurements,
      goals,
      dietaryRestrictions,
      healthComplications,
      injuries,
    } = profile!;
    return factsView(view, [
      [say('dateOfBirth'), dateOfBirth && format.date(dateOfBirth)],
      [say('age'), age === undefined ? null : format.number(age)],
      [say('gender'), gender && say(`gender_${gender}`)],
      [say('height'), heightCm && format.unit(heightCm, 'centimeter')],
      [say('weight'), weightKg && format.unit(weightKg, 'kilogram')],
      [say('gymAccess'), gymAccess && say(`gym_${gymAccess}`)],
      [say('goals'), textsView(view, goals)],
      [say('injuries'), textsView(view, injuries)],
      [say('health'), textsView(view, healthComplications)],
      [say('diet'), textsView(view, dietaryRestrictions)],
      [
        say('measurements'),
        textsView(
          view,
          Object.entries(measurements ?? {}).map(
            ([name, value]) => `${name.replaceAll('_', ' ')}: ${format.unit(value, 'centimeter')}`,
          ),
        ),
      ],
    ]);
  }
}
