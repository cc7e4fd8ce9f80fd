import { html, nothing, type TemplateResult } from 'lit';
import type { WebhookDeliveryDetail } from './calls.ts';
import { factsView } from './parts.ts';
import type { AdminView } from './view.ts';

/** Returns the body as it is easily read; the same bytes were sent, without the line breaks. */
const readable = (body: string): string => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};

/** Renders one delivery: its attempts with the answers, and its body. */
export function deliveryView(view: AdminView, delivery: WebhookDeliveryDetail): TemplateResult {
  const { say, format } = view;
  const { type, eventId, bookingId, state, code, createdAt, dueAt, body, attemptLog } = delivery;
  return html`<section class="card" aria-label=${say('hookDelivery')}>
      ${factsView(view, [
        [say('hookType'), html`<code dir="ltr">${type}</code>`],
        ['webhook-id', html`<code class="whole" dir="ltr">${eventId}</code>`],
        ...(bookingId ? [[say('msgBooking'), html`<code dir="ltr">${bookingId}</code>`] as const] : []),
        [say('state'), html`${say(`hookState_${state}`)}${code ? html` <code dir="ltr">${code}</code>` : nothing}`],
        [say('hookWhen'), format.moment(createdAt)],
        ...(state === 'due' ? [[say('msgDueAt'), format.moment(dueAt)] as const] : []),
      ])}
    </section>
    ${attemptLog.map(
      ({ at, ms, status, code: failure, response }, index) =>
        html`<section class="card">
          <h2>${say('hookAttempt', { number: index + 1 })}</h2>
          <p>${format.moment(at)} · <code dir="ltr">${status ?? failure}</code> · ${format.number(ms)} ms</p>
          ${response ? html`<p class="said">${say('hookResponse')} <q dir="auto">${response}</q></p>` : nothing}
        </section>`,
    )}
    <section class="card">
      <h2>${say('hookBody')}</h2>
      ${body ? html`<pre dir="ltr">${readable(body)}</pre>` : html`<p class="quiet">${say('hookNoBody')}</p>`}
    </section>`;
}
