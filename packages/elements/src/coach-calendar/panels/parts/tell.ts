import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarDone } from '@coach-booking/sdk';
import { isolated } from '../../../internal/i18n/say.ts';
import { checkField } from '../../../internal/fields.ts';
import type { View } from './panel.ts';

/** What a form keeps of whether the client is told: null as long as nobody has chosen. */
export interface NotifyChoice {
  readonly tell: boolean | null;
}

/** What decides whether a client can be told and is, unless one chooses: their address, and when the session starts. */
export interface Recipient {
  readonly email: string | undefined;
  /** UTC instant, once there is one. */
  readonly start?: string | undefined;
}

/** Of a session whose start has passed nobody is told by default (R17). */
const hasPassed = ({ now }: Pick<View, 'now'>, { start }: Pick<Recipient, 'start'>): boolean =>
  !!start && Date.parse(start) <= now;

/** Returns what is sent of the choice: nothing where the server's own rule is what was chosen. */
export function notifyOf(
  view: Pick<View, 'now'>,
  recipient: Recipient,
  { tell }: NotifyChoice,
): { readonly notify?: boolean } {
  if (!recipient.email) return {};
  const usual = !hasPassed(view, recipient);
  const chosen = tell ?? usual;
  return usual && chosen ? {} : { notify: chosen };
}

/** Renders the choice; of a client without an e-mail, that there is none. */
export function notifyField(
  view: View,
  prefix: string,
  recipient: Recipient,
  { tell }: NotifyChoice,
  { busy, set }: { readonly busy: boolean; set(change: NotifyChoice): void },
): TemplateResult {
  const { say } = view;
  if (!recipient.email) return html`<p class="quiet">${say('noEmail')}</p>`;
  return checkField({
    id: `${prefix}-tell`,
    label: say('tellClient'),
    checked: tell ?? !hasPassed(view, recipient),
    busy,
    change: (chosen) => set({ tell: chosen }),
  });
}

/** Steps of a booking of which its attendee can be told. */
const NOTIFIED = ['create', 'confirm', 'cancel', 'reschedule'];

/**
 * Renders whether the client will be told of what was just done. A move waits for two minutes, and one that is taken
 * back by then tells nobody (R20).
 */
export function notifiedText({ say, now }: View, { intent, undoable, change }: CalendarDone): unknown {
  if (!change || !NOTIFIED.includes(intent)) return nothing;
  const { before, after, notify } = change;
  const { email, name } = after.attendee;
  // What the coach side has entered itself was told when it was made.
  const isNews = intent === 'confirm' ? before?.status === 'pending' : before?.version !== after.version;
  const usual = isNews && !((intent === 'create' || intent === 'reschedule') && hasPassed({ now }, after));
  if (!isNews && notify !== true) return nothing;
  const phrase = !email || !(notify ?? usual) ? 'toldNo' : intent === 'reschedule' && undoable ? 'toldSoon' : 'toldYes';
  return say(phrase, { name: isolated(name) });
}
