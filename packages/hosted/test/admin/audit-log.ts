import type { Coach } from '@coach-booking/sdk';
import type { AuditEntry } from '../../src/admin/calls.ts';

interface Given {
  readonly id: (n: number) => string;
  readonly auditEntry: AuditEntry;
  readonly coach: Coach;
}

/** Returns entries of three days, the newest first. */
export function auditLogOf({ id, auditEntry, coach }: Given): readonly AuditEntry[] {
  return [
    auditEntry,
    {
      ...auditEntry,
      id: id(92),
      at: '2028-04-11T15:20:00Z',
      action: 'schedule.time_off_added',
      subject: { kind: 'coach', id: coach.id, name: coach.name },
    },
    {
      id: id(93),
      at: '2028-04-10T09:05:00Z',
      by: { kind: 'person', id: id(71), role: 'admin', name: 'Ada Admin' },
      action: 'account.password_changed',
      subject: { kind: 'user', id: id(71), name: 'Ada Admin' },
    },
    {
      id: id(94),
      at: '2028-04-10T08:00:00Z',
      by: { kind: 'partner', id: id(32) },
      action: 'bookings.imported',
      subject: { kind: 'import', id: 'bookings' },
    },
    {
      id: id(95),
      at: '2028-04-02T12:30:00Z',
      by: { kind: 'person', id: id(71), role: 'admin', name: 'Ada Admin' },
      action: 'person.erased',
      subject: { kind: 'person', id: 'erased' },
    },
  ];
}
