import { html, nothing, type TemplateResult } from 'lit';
import type { LinkAnswer } from '@coach-booking/sdk';
import { filled } from '../../internal/i18n/say.ts';
import type { BookingContext } from '../panels/booking/booking-form.ts';
import { textButton } from '../panels/parts/buttons.ts';
import { problemView } from '../panels/parts/problem-view.ts';
import { stampText } from '../panels/parts/texts.ts';
import { linkTexts, type LinkTexts } from './texts.ts';

/** The state of the folded part about the manage link. */
export interface LinkForm {
  /** The request that is under way. */
  readonly pending: 'renew' | 'revoke' | null;
  /** The last request, with its outcome. */
  readonly lastAction: 'renew' | 'revoke' | null;
  readonly answer: LinkAnswer | null;
  /** Whether the new link was copied; null before the first attempt. */
  readonly copied: boolean | null;
}

/** The form when it is first opened. */
const initialLinkForm: LinkForm = { pending: null, lastAction: null, answer: null, copied: null };

/**
 * Renders the folded part that creates another manage link for the attendee, or revokes it: an explanation, both
 * buttons, and the new link, which is shown only here.
 */
export function linkView(context: BookingContext): unknown {
  const { view, flow, booking, form } = context;
  const texts = linkTexts(view.language);
  const now = form.value.link ?? initialLinkForm;
  const set = (change: Partial<LinkForm>): void =>
    form.set({ link: { ...(form.value.link ?? initialLinkForm), ...change } });
  const ask = async (pending: 'renew' | 'revoke'): Promise<void> => {
    if (form.value.link?.pending) return;
    set({ pending, answer: null, copied: null });
    const answer = await flow.changeManageLink(booking.id, pending);
    set({ pending: null, lastAction: pending, answer });
  };
  const button = (pending: 'renew' | 'revoke'): TemplateResult =>
    textButton('soft', now.pending === pending ? view.say('busy') : texts[pending], () => ask(pending), {
      disabled: !!now.pending,
    });
  const done = doneView(context, texts, now);
  return html`<div class="step">
    <div>
      <div role="status">${done}</div>
      ${done === nothing ? html`<p class="quiet">${texts.hint}</p>` : nothing} ${problemView(view, now.answer?.problem ?? null)}
    </div>
    ${now.answer?.link ? newLink(texts, now, now.answer.link.manageUrl, (copied) => set({ copied })) : nothing}
    <div class="ways">${button('renew')} ${button('revoke')}</div>
  </div>`;
}

/** Renders the outcome, which is read aloud. */
function doneView({ view, booking }: BookingContext, texts: LinkTexts, { lastAction, answer }: LinkForm): unknown {
  if (!answer || answer.problem) return nothing;
  if (lastAction === 'revoke' || !answer.link) return html`<p>${texts.revoked}</p>`;
  const [before, after] = texts.made.split('{name}');
  const until = filled(texts.until, { until: stampText(view.format, answer.link.expiresAt) });
  return html`<p>${before}<bdi>${booking.attendee.name}</bdi>${after} ${until}</p>`;
}

/** Renders the new link to copy; where the browser refuses that, it is selected. */
function newLink(texts: LinkTexts, { copied }: LinkForm, url: string, tell: (copied: boolean) => void): TemplateResult {
  const copy = async (event: Event): Promise<void> => {
    const field = (event.currentTarget as Element).closest('.field')!.querySelector('input')!;
    const done = await (navigator.clipboard?.writeText(url) ?? Promise.reject()).then(
      () => true,
      () => false,
    );
    if (!done) field.select();
    tell(done);
  };
  return html`<div class="field" part="field">
    <label for="manage-link">${texts.link}</label>
    <input id="manage-link" part="input" dir="ltr" readonly .value=${url} />
    <div class="ways">
      <button type="button" class="soft" part="button copy" @click=${copy}>${texts.copy}</button>
      <span class="quiet" role="status">${copied === null ? nothing : copied ? texts.copied : texts.notCopied}</span>
    </div>
  </div>`;
}
