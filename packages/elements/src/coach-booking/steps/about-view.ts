import { html, nothing, type TemplateResult } from 'lit';
import type { Coach, Service } from '@coach-booking/sdk';
import { laterIcons } from './icons.ts';
import type { View } from '../view.ts';

/** Renders the mark of a test key: nothing that is booked with it is real. */
export function testView({ say, element }: View): TemplateResult | typeof nothing {
  const key =
    element.getAttribute('publishable-key') ?? (element as HTMLElement & { publishableKey?: string }).publishableKey;
  return key?.startsWith('pk_test_')
    ? html`<span class="test" part="test" title=${say('testNote')}>${say('test')}</span>`
    : nothing;
}

/** Renders what is known of the service and of the coach, folded; and the mark of a test key. */
export function aboutView(view: View, coach: Coach, service: Service | null = null): TemplateResult | typeof nothing {
  const { say } = view;
  const { bio, experience, strengths, certifications, name } = coach;
  const about = service?.description;
  if (!about && !bio && !experience && strengths.length + certifications.length === 0) return testView(view);
  const list = (title: string, texts: readonly string[]) =>
    texts.length === 0
      ? nothing
      : html`<h5>${title}</h5>
          <ul>
            ${texts.map((text) => html`<li><bdi>${text}</bdi></li>`)}
          </ul>`;
  return html`${testView(view)}<details class="about" part="about">
    <summary part="link">${laterIcons.about}<span>${say('about', { coach: name })}</span></summary>
    ${about ? html`<h5><bdi>${service.title}</bdi></h5><div dir="auto">${about}</div><h5><bdi>${name}</bdi></h5>` : nothing}
    ${experience ? html`<div><b>${say('experience', { count: experience })}</b></div>` : nothing}
    ${bio ? html`<div dir="auto">${bio}</div>` : nothing}
    ${list(say('strengths'), strengths)}${list(say('certifications'), certifications)}
  </details>`;
}
