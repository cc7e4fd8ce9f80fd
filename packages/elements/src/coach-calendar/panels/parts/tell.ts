import { html, nothing, type TemplateResult } from 'lit';
import type { BookingChange, CalendarDone } from '@coach-booking/sdk';
import { isolated } from '../../../internal/i18n/say.ts';
import { checkField } from '../../../internal/fields.ts';
import type { View } from './panel.ts';

/** The choice whether the client is notified: null before a choice. */
export interface NotifyChoice {
  readonly tell: boolean | null;
}

/**
 * The client's address, and when the session starts: both decide whether the client can be notified, and the default.
 */
export interface Recipient {
  readonly email: string | undefined;
  /** UTC instant, once there is one. */
  readonly start?: string | undefined;
}

/** Returns whether a start has passed: then no message is sent by default (R17). */
const hasPassed = ({ now }: Pick<View, 'now'>, { start }: Pick<Recipient, 'start'>): boolean =>
  !!start && Date.parse(start) <= now;

/** Returns whether the client is notified: as chosen, else by default. */
export function isNotified(view: Pick<View, 'now'>, recipient: Recipient, { tell }: NotifyChoice): boolean {
  return !!recipient.email && (tell ?? !hasPassed(view, recipient));
}

/** Returns the field of the request: absent where the choice is the server's own default. */
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

/** Renders the choice; for a client without an e-mail, a text about that. */
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

/** Intents after which the attendee can be notified. */
const NOTIFIED = ['create', 'confirm', 'cancel', 'reschedule'];

/** Returns whether an undo concerns the client: it has moved the session back, or made it a request again. */
const isUndoneForClient = ({ before, after }: BookingChange): boolean =>
  !!before && (before.start !== after.start || (before.status === 'confirmed' && after.status === 'pending'));

/**
 * Renders whether the client will be notified of the last act. The message about a move waits for two minutes; undoing
 * it by then sends none, and later another one (R20).
 */
export function notifiedText({ say, now }: View, { intent, undoable, change }: CalendarDone): unknown {
  if (!change || !(NOTIFIED.includes(intent) || (intent === 'undo' && isUndoneForClient(change)))) return nothing;
  const { before, after, notify } = change;
  const { email, name } = after.attendee;
  if (intent === 'undo') return say(email && notify !== false ? 'toldBack' : 'toldNo', { name: isolated(name) });
  // The attendee of a booking that the coach side entered was notified when it was created.
  const isNews = intent === 'confirm' ? before?.status === 'pending' : before?.version !== after.version;
  const usual = isNews && !((intent === 'create' || intent === 'reschedule') && hasPassed({ now }, after));
  if (!isNews && notify !== true) return nothing;
  const phrase = !email || !(notify ?? usual) ? 'toldNo' : intent === 'reschedule' && undoable ? 'toldSoon' : 'toldYes';
  return say(phrase, { name: isolated(name) });
}
