/** The parts of the addresses and of the code by which a coach is booked. */
export interface Shared {
  /** Of the server. */
  readonly origin: string;
  readonly publishableKey: string;
  readonly slug: string;
}

/** The ways in which the widget appears in a page. */
export const embedModes = ['inline', 'button', 'floating'] as const;
export type EmbedMode = (typeof embedModes)[number];

/** Whether the code books one coach, one that the visitor chooses, or the first of all that is free. */
export type EmbedWho = 'coach' | 'team' | 'any';

/** The choices that the code holds beside the coach. */
export interface Embedded extends Shared {
  /** The slug of a service; absent where the visitor chooses. */
  readonly service?: string | undefined;
  readonly mode?: EmbedMode;
  /** By default the coach of the slug. */
  readonly who?: EmbedWho;
}

export const codeKinds = ['website', 'react', 'wordpress'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** Returns the address of the booking page; one of test mode names the key, since a live coach may have the slug. */
export function pageAddress({ origin, publishableKey, slug }: Shared): string {
  const query = publishableKey.startsWith('pk_test') ? `?key=${encodeURIComponent(publishableKey)}` : '';
  return `${origin}/book/${slug}${query}`;
}

/** Returns the code that puts the booking into a page. */
export function codeOf(kind: CodeKind, embedded: Embedded): string {
  const { origin, publishableKey, slug, service, mode = 'inline', who = 'coach' } = embedded;
  const attributes = [
    `publishable-key="${publishableKey}"`,
    { coach: `coach="${slug}"`, team: 'team', any: 'coach="*"' }[who],
    service && `service="${service}"`,
    mode !== 'inline' && `mode="${mode}"`,
  ]
    .filter(Boolean)
    .join(' ');
  if (kind === 'react')
    return `import '@coach-booking/elements/coach-booking';\n\n<coach-booking base-url="${origin}" ${attributes}></coach-booking>`;
  return `<script type="module" src="${origin}/embed/coach-booking.js"></script>\n<coach-booking ${attributes}></coach-booking>`;
}
