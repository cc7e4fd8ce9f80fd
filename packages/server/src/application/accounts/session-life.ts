import { DAY } from '@coach-booking/time/units';
import type { SessionLife, SessionLives } from '../ports/session-lives.ts';

const IDLE_LIFE = 30 * DAY;
/** An admin reaches everyone's data, so a device that was left signed in is signed out the day after. */
const IDLE_OF_ADMIN = DAY;

const lasting = (days: number, idle = IDLE_LIFE): SessionLife => ({
  idle: Math.min(idle, days * DAY),
  absolute: days * DAY,
});

/** Returns the session lives of all roles from their days. */
export function sessionLives({ clientDays = 90, teamDays = 30, adminDays = 7 } = {}): SessionLives {
  return {
    client: lasting(clientDays),
    coach: lasting(teamDays),
    staff: lasting(teamDays),
    admin: lasting(adminDays, IDLE_OF_ADMIN),
  };
}
