import { integer } from './config-integer.ts';

export const limit = integer(1, 1_000_000_000);

/** Requests that a caller may send, in the time that each names. */
export interface Limits {
  /** Reads an hour. */
  readonly reads: number;
  /** Writes an hour. */
  readonly writes: number;
  /** Statistics an hour. */
  readonly stats: number;
  /** Requests about meetings an hour. */
  readonly meetings: number;
  /** Imports an hour, of 500 rows at most. */
  readonly imports: number;
  /** Holds in five minutes, for one publishable key and address. */
  readonly holds: number;
  /** Wrong passwords in 15 minutes, for one e-mail from one address. */
  readonly logins: number;
  /** Wrong passwords an hour from one address. */
  readonly loginsOfAddress: number;
  /** Wrong passwords an hour for one e-mail, from addresses that never signed in with it. */
  readonly loginsOfAccount: number;
  /** Wrong codes of a second factor an hour, for one account: from all strange addresses, and from each known one. */
  readonly codes: number;
  /** Mails with a link an hour to one mailbox. */
  readonly mails: number;
  /** New accounts an hour from one address. */
  readonly registrations: number;
  /** Wrong codes of incentives an hour from one address. */
  readonly incentives: number;
}

export const limitVariables = {
  LIMIT_READS: limit.default(1000),
  LIMIT_WRITES: limit.default(500),
  LIMIT_STATS: limit.default(100),
  LIMIT_MEETINGS: limit.default(200),
  LIMIT_IMPORTS: limit.default(1000),
  LIMIT_HOLDS: limit.default(20),
  LIMIT_LOGINS: limit.default(10),
  LIMIT_LOGINS_OF_ADDRESS: limit.default(100),
  LIMIT_LOGINS_OF_ACCOUNT: limit.default(50),
  LIMIT_CODES: limit.default(10),
  LIMIT_MAILS: limit.default(5),
  LIMIT_REGISTRATIONS: limit.default(20),
  LIMIT_INCENTIVES: limit.default(20),
};

/** Returns the limits that the variables name. */
export function limitsOf(given: Readonly<Record<keyof typeof limitVariables, number>>): Limits {
  return Object.freeze({
    reads: given.LIMIT_READS,
    writes: given.LIMIT_WRITES,
    stats: given.LIMIT_STATS,
    meetings: given.LIMIT_MEETINGS,
    imports: given.LIMIT_IMPORTS,
    holds: given.LIMIT_HOLDS,
    logins: given.LIMIT_LOGINS,
    loginsOfAddress: given.LIMIT_LOGINS_OF_ADDRESS,
    loginsOfAccount: given.LIMIT_LOGINS_OF_ACCOUNT,
    codes: given.LIMIT_CODES,
    mails: given.LIMIT_MAILS,
    registrations: given.LIMIT_REGISTRATIONS,
    incentives: given.LIMIT_INCENTIVES,
  });
}
