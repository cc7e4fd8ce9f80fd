import { html, nothing, type TemplateResult } from 'lit';
import type { BookingFlowIntents, BookingFlowState, IncentiveState } from '@coach-booking/sdk';
import type { Phrase } from '../../translations/index.ts';
import type { View } from '../view.ts';

/** The phrase for each reason why a code does not lower the price. */
const reasons: Readonly<Record<NonNullable<IncentiveState['reason']>, Phrase>> = {
  unknown: 'codeUnknown',
  other_person: 'codeOther',
  expired: 'codeEnded',
  other_service: 'codeService',
  no_price: 'codeService',
  used: 'codeUsed',
  limited: 'limited',
};

/** The elements whose `incentive-code` has been taken. */
const prefilled = new WeakSet<HTMLElement>();

/** Takes the code that the page gives, once; afterwards the visitor's own counts. */
const prefill = (element: HTMLElement, { details }: BookingFlowState, { setDetails }: CodeIntents): void => {
  const incentiveCode = element.getAttribute('incentive-code');
  if (!incentiveCode || prefilled.has(element)) return;
  prefilled.add(element);
  // Not while it is drawn.
  if (!details.incentiveCode) queueMicrotask(() => setDetails({ incentiveCode }));
};

/** The elements whose field has had a code: it does not close under the visitor's hands when that is taken out. */
const opened = new WeakSet<HTMLElement>();

type CodeIntents = Pick<BookingFlowIntents, 'setDetails'>;

/** Renders the field of a code for a lower price, closed until it is asked for, and what the service costs with it. */
export function codeView(view: View, state: BookingFlowState, intents: CodeIntents): TemplateResult | typeof nothing {
  const { say, element } = view;
  const { details, incentive, service, phase } = state;
  prefill(element, state, intents);
  const code = details.incentiveCode ?? '';
  if (!service?.price?.amount && !code) return nothing;
  if (code) opened.add(element);
  const reason = incentive?.reason;
  const type = (event: Event) => intents.setDetails({ incentiveCode: (event.target as HTMLInputElement).value });
  return html`<details class="code" part="incentive" ?open=${opened.has(element)}>
      <summary part="link">${say('code')}</summary>
      <div class="field" part="field">
        <label for="code">${say('codeLabel')}</label>
        <input id="code" name="code" part="input" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" ?readonly=${phase === 'confirming'} aria-invalid=${!!reason} aria-describedby="code-error" .value=${code} @input=${type} />
        <p class="error" part="error" id="code-error" role="status">${reason ? say(reasons[reason]) : nothing}</p>
      </div>
    </details>
    <div role="status">${priceView(view, incentive)}</div>`;
}

function priceView({ say, format }: View, incentive: IncentiveState | undefined) {
  if (!incentive || incentive.reason) return nothing;
  if (!incentive.checked) return html`<p class="quiet">${say('busy')}</p>`;
  const { price, discount } = incentive.checked;
  const list = format.money({ ...price, amount: discount.list });
  const now = price.amount ? format.money(price) : say('free');
  return html`<p class="lower" part="lower-price"><span class="vh">${say('codeBefore')} </span><s>${list}</s> <span class="vh">${say('codeNow')} </span><b>${now}</b></p>`;
}
