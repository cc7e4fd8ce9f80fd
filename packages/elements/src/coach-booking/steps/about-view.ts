import { html, nothing, type TemplateResult } from 'lit';
import type { Coach } from '@coach-booking/sdk';
import { laterIcons } from './icons.ts';
import type { View } from '../view.ts';

/** Renders what a visitor may want to know of the coach, folded; nothing where nothing is known. */
export function aboutView({ say }: View, coach: Coach): TemplateResult | typeof nothing {
  const { bio, experience, strengths, certifications, name } = coach;
  if (!bio && !experience && strengths.length + certifications.length === 0) return nothing;
  const list = (title: string, texts: readonly string[]) =>
    texts.length === 0
      ? nothing
      : html`<h5>${title}</h5>
          <ul>
            ${texts.map((text) => html`<li><bdi>${text}</bdi></li>`)}
          </ul>`;
  return html`<details class="about" part="about">
    <summary part="link">${laterIcons.about}<span>${say('about', { coach: name })}</span></summary>
    ${experience ? html`<p><b>${say('experience', { count: experience })}</b></p>` : nothing}
    ${bio ? html`<p dir="auto">${bio}</p>` : nothing}
    ${list(say('strengths'), strengths)}${list(say('certifications'), certifications)}
  </details>`;
}
