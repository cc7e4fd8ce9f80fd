import { html, nothing, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import type { Settings } from './calls.ts';
import type { NotificationTexts } from './texts/en.ts';

/** Returns a wall-clock time as a language writes it. */
const clockText = (time: string, language: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const clock = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return clock.format(Date.UTC(2000, 0, 1, hour, minute));
};

const smsNote = (texts: NotificationTexts, { channels, kinds }: Settings): string | typeof nothing => {
  const sms = channels.find(({ channel }) => channel === 'sms');
  if (!sms || sms.state === 'ready' || !kinds.some((kind) => kind.channels.sms)) return nothing;
  if (sms.state === 'opted_out') return filled(texts.sms_opted_out, { phone: isolated(sms.address ?? '') });
  return sms.state === 'no_number' ? texts.sms_no_number : texts.sms_not_set_up;
};

/** Renders what holds besides the choices: what always goes and why, how channels reach the person, quiet hours. */
export function notesView(texts: NotificationTexts, language: string, settings: Settings): TemplateResult {
  const { kinds, quietHours } = settings;
  const fixed = new Set(kinds.flatMap(({ channels }) => channels.email?.fixed ?? []));
  const hasPush = kinds.some(({ channels }) => channels.push);
  const from = isolated(clockText(quietHours.from, language));
  const to = isolated(clockText(quietHours.to, language));
  const isQuiet = hasPush && quietHours.from !== quietHours.to;
  const notes: readonly (string | typeof nothing)[] = [
    ...[...fixed].map((why) => texts[`fixed_${why}`]),
    smsNote(texts, settings),
    hasPush ? texts.devices : nothing,
    isQuiet ? filled(texts.quiet, { from, to }) : nothing,
  ];
  return html`<ul class="notes quiet">${notes.map((note) => (note === nothing ? nothing : html`<li>${note}</li>`))}</ul>`;
}
