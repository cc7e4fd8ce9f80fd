import { DAY } from '@coach-booking/time/units';
import type { Role } from '../context.ts';

/** Milliseconds by the clock of the rules: how long a session waits for its next use, and how long it lasts whatever is used. */
export interface SessionLife {
  readonly idle: number;
  readonly absolute: number;
}

export type SessionLives = Readonly<Record<Role, SessionLife>>;

const IDLE = 30 * DAY;
/** An admin reaches everybody's data, so a device that was left behind is closed the day after. */
const IDLE_OF_ADMIN = DAY;

const lasting = (days: number, idle = IDLE): SessionLife => ({ idle: Math.min(idle, days * DAY), absolute: days * DAY });

/** The lives of all roles from the days that each may last. */
export const sessionLives = ({ clientDays = 90, teamDays = 30, adminDays = 7 } = {}): SessionLives => ({
  client: lasting(clientDays),
  coach: lasting(teamDays),
  staff: lasting(teamDays),
  admin: lasting(adminDays, IDLE_OF_ADMIN),
});
