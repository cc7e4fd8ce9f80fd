import { html, nothing, type TemplateResult } from 'lit';
import { selectField } from '@coach-booking/elements/internal/fields';
import type { PartnerKey } from './calls.ts';
import { problemView } from './problem.ts';
import type { AdminView } from './view.ts';

interface KeyDialog {
  readonly key: PartnerKey;
  readonly busy: boolean;
  readonly problem: unknown;
  confirm(event: Event): void;
  cancel(): void;
  closed(): void;
}

/** Renders a modal dialog; during a request it can be left, but not sent again. */
const dialog = (
  view: AdminView,
  title: string,
  { key, busy, problem, confirm, cancel, closed }: KeyDialog,
  body: unknown,
  goText: string,
  kind = '',
): TemplateResult =>
  html`<dialog aria-labelledby="dialog-title" @close=${closed}>
    <form novalidate @submit=${confirm}>
      <h2 id="dialog-title">${title}</h2>
      <p><code class="wide-text" dir="ltr">${key.hint}</code> · ${view.say(`kind_${key.kind}`)} · ${view.say(`mode_${key.mode}`)}</p>
      ${key.hint === view.publishableKey ? html`<p class="problem">${view.say('revokeOwn')}</p>` : nothing} ${body} ${problemView(view, problem)}
      <div class="ways">
        <button type="button" @click=${cancel}>${view.say('cancel')}</button>
        <button type="submit" class="go ${kind}" aria-disabled=${busy}>${busy ? view.say('busy') : goText}</button>
      </div>
    </form>
  </dialog>`;

const overlaps = ['0', '1', '24', '72', '168', '720'] as const;

/** Renders the question for how long the old key works on. */
export function rollDialog(
  view: AdminView,
  asked: KeyDialog & { readonly overlap: string; choose(hours: string): void },
): TemplateResult {
  return dialog(
    view,
    view.say('rollTitle'),
    asked,
    html`<p>${view.say('rollText')}</p>
      ${selectField({
        id: 'overlap',
        label: view.say('overlap'),
        value: asked.overlap,
        busy: asked.busy,
        options: overlaps.map((hours) => [hours, view.say(`overlap_${hours}`)] as const),
        change: asked.choose,
      })}`,
    view.say('roll'),
  );
}

/** Renders the question whether to revoke a key. */
export function revokeDialog(view: AdminView, asked: KeyDialog): TemplateResult {
  return dialog(
    view,
    view.say('revokeTitle'),
    asked,
    html`<p>${view.say('revokeText')}</p>`,
    view.say('revokeGo'),
    'danger',
  );
}
