import { describe, expect, it } from 'vitest';
import { instant, minus, plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { blockOf, type RecoveryFacts } from './recovery-block.ts';

const now = instant(1_900_000_000_000);
const intent = {
  abandonsAt: minus(now, DAY),
  contact: { email: 'ana@example.com', phone: '+12125550100' },
  consent: { text: 'Yes', version: '1', channels: ['email', 'sms'], at: minus(now, 2 * DAY) },
  attempts: [],
} as const;
const attempt = { at: minus(now, DAY), messageType: 'email', by: 'coach' } as const;
const facts: RecoveryFacts = {
  messageType: 'email',
  status: 'pending',
  isOptedOut: false,
  hasPostalAddress: true,
  isSetUp: true,
  now,
};

describe('what is in the way of a message', () => {
  it.each([
    ['nothing', {}, {}, null],
    [
      'nothing, after the first message',
      { attempts: [attempt] },
      { status: 'recovery_sent', lastAt: minus(now, 7 * DAY) },
      null,
    ],
    ['nothing, of one that was not recovered', {}, { status: 'expired' }, null],
    ['a booking', {}, { status: 'recovered' }, { code: 'closed' }],
    ['a visitor who may still be there', {}, { status: 'captured' }, { code: 'closed' }],
    ['a withdrawal', { contact: undefined }, { status: 'withdrawn' }, { code: 'closed' }],
    ['30 days', { abandonsAt: minus(now, 30 * DAY) }, { status: 'expired' }, { code: 'closed' }],
    ['no consent to the channel', { consent: { ...intent.consent, channels: ['sms'] } }, {}, { code: 'not_consented' }],
    ['no number', { contact: { email: 'ana@example.com' } }, { messageType: 'sms' }, { code: 'no_address' }],
    ['an opt-out', {}, { isOptedOut: true }, { code: 'opted_out' }],
    ['two messages', { attempts: [attempt, attempt] }, {}, { code: 'sent_twice' }],
    ['no postal address', {}, { hasPostalAddress: false }, { code: 'no_postal_address' }],
    ['no provider of SMS', {}, { messageType: 'sms', isSetUp: false }, { code: 'not_set_up' }],
    ['a message this week', {}, { lastAt: minus(now, DAY) }, { code: 'this_week', possibleAt: plus(now, 6 * DAY) }],
    [
      'a message this week and soon the age',
      { abandonsAt: minus(now, 25 * DAY) },
      { lastAt: minus(now, DAY) },
      { code: 'this_week' },
    ],
  ] as const)('is %s', (_name, given, known, block) => {
    expect(blockOf({ ...intent, ...given } as never, { ...facts, ...known } as RecoveryFacts)).toEqual(block);
  });
});
