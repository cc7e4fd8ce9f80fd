import type { AuditEntry } from '../calls.ts';
import { en } from '../texts/audit/en.ts';

export type AuditAction = AuditEntry['action'];

/** The first part of an action, before its dot. */
type Matter<Action extends string = AuditAction> = Action extends `${infer First}.${string}` ? First : never;

export const auditKinds = ['account', 'health', 'coach', 'schedule', 'booking', 'business', 'data'] as const;
export type AuditKind = (typeof auditKinds)[number];

const kinds: Readonly<Record<Matter, AuditKind>> = {
  account: 'account',
  admin: 'account',
  coach: 'coach',
  staff: 'coach',
  template: 'coach',
  schedule: 'schedule',
  connected_account: 'schedule',
  calendar_feed: 'schedule',
  zone_changes: 'schedule',
  profile: 'health',
  workout_log: 'health',
  diet_log: 'health',
  progress: 'health',
  booking_answers: 'health',
  client_notes: 'health',
  connection: 'health',
  booking: 'booking',
  burst: 'booking',
  lead: 'booking',
  incentive: 'booking',
  opt_out: 'booking',
  partner: 'business',
  key: 'business',
  integration: 'business',
  webhook_endpoint: 'business',
  coaches: 'data',
  clients: 'data',
  bookings: 'data',
  person: 'data',
  demo: 'data',
};

/** The actions of the log: each has a sentence, which the types hold. */
export const auditActions = Object.keys(en).flatMap((phrase) =>
  phrase.startsWith('act:') ? [phrase.slice('act:'.length) as AuditAction] : [],
);

/** Returns the actions of a kind. */
export function actionsOf(kind: AuditKind): readonly AuditAction[] {
  return auditActions.filter((action) => kinds[action.split('.')[0] as Matter] === kind);
}
