import { expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { recoverySteps, type RecoveryStep } from './recovery-steps.ts';

type Compared = Parameters<typeof recoverySteps>[0];
const begun: Compared = { status: 'captured', attempts: [], contact: { email: 'ana@example.com' } };
const left: Compared = { ...begun, status: 'pending', abandonedAt: instant(1) };
const sent: Compared = {
  ...left,
  status: 'recovery_sent',
  attempts: [{ at: instant(2), messageType: 'email', by: 'coach' }],
};
const back: Compared = { ...sent, status: 'recovered' };
const without = ({ contact: _contact, ...rest }: Compared): Compared => rest;

it.each<[Compared, Compared, readonly RecoveryStep[]]>([
  [begun, begun, []],
  [begun, left, ['abandoned']],
  [begun, { ...left, status: 'recovered' }, ['abandoned', 'recovered']],
  [left, sent, ['sent']],
  [sent, { ...sent, attempts: [...sent.attempts, ...sent.attempts] }, []],
  [sent, back, ['recovered']],
  [sent, { ...sent, status: 'expired' }, []],
  [begun, without({ ...begun, status: 'withdrawn' }), ['withdrawn']],
  [back, without(back), ['withdrawn']],
  [without(back), without(back), []],
])('counts steps of an intent once: %#', (before, after, steps) => expect(recoverySteps(before, after)).toEqual(steps));
