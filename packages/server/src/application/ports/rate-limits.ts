/**
 * `reads`, `writes`, `stats`, `meetings` and `imports` of an hour, `holds` of five minutes. Of failed sign-ins:
 * `logins` with one e-mail from one address in 15 minutes, `loginsOfAddress` from one address in an hour,
 * `loginsOfAccount` with one e-mail from strange addresses in an hour. `codes`: wrong codes of a second factor in an
 * hour. `mails` with a link that one mailbox is sent in an hour. `registrations` of an hour from one address.
 * `incentives`: wrong codes of incentives from one address in an hour.
 */
export type LimitName =
  | 'reads'
  | 'writes'
  | 'stats'
  | 'meetings'
  | 'imports'
  | 'holds'
  | 'logins'
  | 'loginsOfAddress'
  | 'loginsOfAccount'
  | 'codes'
  | 'mails'
  | 'registrations'
  | 'incentives';

export interface LimitState {
  readonly allowed: boolean;
  /** Requests in the whole window. */
  readonly limit: number;
  /** Requests left for this subject, at least as this process counts. */
  readonly remaining: number;
  /** Milliseconds of real time until the window begins anew. */
  readonly resetMs: number;
}

/** Counts requests of a subject (a key, or a key and an address) over all processes. */
export interface RateLimits {
  /**
   * Takes one request from the subject's window. Together, all processes never allow more than the limit. `size` is the
   * limit of this subject, where it has one of its own.
   */
  take(limit: LimitName, subject: string, size?: number): Promise<LimitState>;
  /** Puts one back that was allowed and, as it turned out, is not to count. */
  giveBack(limit: LimitName, subject: string): Promise<void>;
}
