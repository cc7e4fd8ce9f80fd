import type { OutputOf, User } from '@coach-booking/sdk';
import type { AuditEntry, UserDetail } from '../../src/admin/calls.ts';
import { coach } from './coaches.ts';
import { id } from './ids.ts';

type AccountSession = OutputOf<'listUserSessions'>[number];

export function account(role: User['role'], change: Partial<User> = {}): User {
  return {
    id: id(71),
    role,
    name: 'Ada Admin',
    email: 'ada@example.com',
    emailVerified: true,
    active: true,
    createdAt: '2028-01-05T08:00:00Z',
    ...change,
  };
}

export const ana = account('client', {
  id: id(72),
  name: 'Ana Diaz',
  email: 'ana@example.com',
  phone: '+12125550100',
  emailVerified: false,
});

export const detail: UserDetail = {
  user: ana,
  profile: {
    dateOfBirth: '1991-06-02',
    age: 36,
    gender: 'female',
    heightCm: 168,
    weightKg: 64.5,
    measurements: { waist: 74 },
    goals: ['First pull-up'],
    gymAccess: 'gym',
    dietaryRestrictions: [],
    healthComplications: [],
    injuries: ['Left knee'],
  },
  connections: [{ coachId: coach.id, coachName: coach.name, state: 'accepted', since: '2028-04-01T08:00:00Z' }],
};

/** The sessions of Ana. */
export const sessionsOfAna: readonly AccountSession[] = [
  {
    id: id(74),
    browser: 'Safari',
    system: 'iPhone',
    createdAt: '2028-04-01T08:00:00Z',
    lastUsedAt: '2028-04-11T12:30:00Z',
    expiresAt: '2028-05-11T12:30:00Z',
    current: false,
  },
  {
    id: id(75),
    createdAt: '2028-03-20T08:00:00Z',
    lastUsedAt: '2028-04-02T07:15:00Z',
    expiresAt: '2028-05-02T07:15:00Z',
    current: false,
  },
];

export const auditEntry: AuditEntry = {
  id: id(91),
  at: '2028-04-11T18:00:00Z',
  by: { kind: 'person', id: id(71), role: 'coach', name: coach.name },
  action: 'profile.read',
  subject: { kind: 'client', id: ana.id, name: ana.name },
  requestId: '0f8e0c1a',
};
