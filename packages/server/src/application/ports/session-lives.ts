import type { Role } from '../kernel/context.ts';

/** Milliseconds by the clock of the rules: how long a session waits for its next use, and how long it lasts in all. */
export interface SessionLife {
  readonly idle: number;
  readonly absolute: number;
}

export type SessionLives = Readonly<Record<Role, SessionLife>>;
