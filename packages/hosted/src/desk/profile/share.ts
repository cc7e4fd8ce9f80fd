/** The parts of the addresses and of the code by which a coach is booked. */
export interface Shared {
  /** Of the server. */
  readonly origin: string;
  readonly publishableKey: string;
  readonly slug: string;
}

export const codeKinds = ['website', 'react', 'wordpress'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** Returns the address of the booking page; one of test mode names the key, since a live coach may have the slug. */
export function pageAddress({ origin, publishableKey, slug }: Shared): string {
  const query = publishableKey.startsWith('pk_test') ? `?key=${encodeURIComponent(publishableKey)}` : '';
  return `${origin}/book/${slug}${query}`;
}

/** Returns the code that puts the booking into a page. */
export function codeOf(kind: CodeKind, { origin, publishableKey, slug }: Shared): string {
  const attributes = `publishable-key="${publishableKey}" coach="${slug}"`;
  if (kind === 'react')
    return `import '@coach-booking/elements/coach-booking';\n\n<coach-booking base-url="${origin}" ${attributes}></coach-booking>`;
  return `<script type="module" src="${origin}/embed/coach-booking.js"></script>\n<coach-booking ${attributes}></coach-booking>`;
}
