import type { Tone } from '../ports/partners.ts';

/** The sender as readers see it. */
export interface MessageBrand {
  readonly name: string;
  /** `#rrggbb`. */
  readonly accent?: string | undefined;
  /** `https:`. */
  readonly logoUrl?: string | undefined;
  /** The way in which attendees are addressed; as their language does it where it is absent. */
  readonly tone?: Tone | undefined;
  /** A postal address; below mails. */
  readonly address?: string | undefined;
}
