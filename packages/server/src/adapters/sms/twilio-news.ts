import type { SmsNews } from '../../application/messaging/hear-sms.ts';
import type { ReportedState } from '../../domain/delivery/report.ts';
import type { FormFields } from './twilio-signature.ts';

/**
 * The states of a message by those of Twilio, which spells the last one with one l. Those before `sent` change nothing.
 */
const STATES: readonly (readonly [RegExp, ReportedState])[] = [
  [/^(sent|partially_delivered)$/, 'sent'],
  [/^(delivered|read)$/, 'delivered'],
  [/^(undelivered|failed|cancell?ed)$/, 'failed'],
];

/** The words that Twilio takes for an end, and for a new beginning, where no own ones are set. */
const STOP = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const START = new Set(['START', 'YES', 'UNSTOP']);

/** Of a recipient who has answered STOP. */
const OPTED_OUT = '21610';

const statusOf = (given: ReadonlyMap<string, string>, messageId: string | undefined): readonly SmsNews[] => {
  const [, state] = STATES.find(([status]) => status.test(given.get('MessageStatus') ?? '')) ?? [];
  const providerId = given.get('MessageSid');
  if (!state || !providerId) return [];
  const code = given.get('ErrorCode');
  const phone = given.get('To');
  const failure = state === 'failed' && code ? { code } : {};
  return [
    ...(code === OPTED_OUT && phone ? [{ kind: 'opt_out', phone } as const] : []),
    ...(messageId ? [{ kind: 'status', messageId, providerId, state, ...failure } as const] : []),
  ];
};

const wishOf = (given: ReadonlyMap<string, string>): readonly SmsNews[] => {
  const phone = given.get('From');
  const body = (given.get('Body') ?? '').trim().toUpperCase();
  // For own words, which are set up at Twilio, it names their kind.
  const word = given.get('OptOutType')?.toUpperCase() ?? (STOP.has(body) ? 'STOP' : START.has(body) ? 'START' : '');
  if (!phone || !/^[+][1-9]\d{4,14}$/.test(phone)) return [];
  if (word === 'STOP') return [{ kind: 'opt_out', phone }];
  return word === 'START' ? [{ kind: 'opt_in', phone }] : [];
};

/** Returns the news in a request of Twilio: about an SMS that was sent, or a person's answer. */
export function twilioNews(fields: FormFields, messageId: string | undefined): readonly SmsNews[] {
  const given = new Map(fields);
  return given.has('MessageStatus') ? statusOf(given, messageId) : wishOf(given);
}
