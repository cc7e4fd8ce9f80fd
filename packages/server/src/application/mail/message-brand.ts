/** The sender as readers see it. */
export interface MessageBrand {
  readonly name: string;
  /** `#rrggbb`. */
  readonly accent?: string | undefined;
  /** `https:`. */
  readonly logoUrl?: string | undefined;
  /** A postal address; below mails. */
  readonly address?: string | undefined;
}
