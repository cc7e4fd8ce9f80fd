export interface MailThread {
  readonly bookingId: string;
  /**
   * The parts that distinguish this message from every other one about the booking: its kind, version, role, the number
   * of a retry.
   */
  readonly parts: readonly (string | number)[];
  /** The server's public one. */
  readonly hostname: string;
  /** Of a kind that one need not get: where a mail program unsubscribes with one POST. */
  readonly unsubscribe?: string | undefined;
}

/**
 * Returns a part without the letters that may not precede the @ of a message's id without quotation marks (RFC 5322),
 * or that confuse people.
 */
const atom = (part: string | number): string => String(part).replace(/[^A-Za-z0-9-]+/g, '-');

/**
 * Returns the headers that lay all mails about a booking into one thread, keep automatic replies from answering, and
 * let a mail program unsubscribe (RFC 2369, 8058). The same parts give the same `Message-ID`: of a mail that is sent
 * once more after a crash, programs show one. An address to unsubscribe that is not https, of a server without TLS, is
 * opened by people only.
 */
export function threadHeaders({
  bookingId,
  parts,
  hostname,
  unsubscribe,
}: MailThread): Readonly<Record<string, string>> {
  const thread = `<${atom(bookingId)}@${hostname}>`;
  const headers = {
    'Message-ID': `<${[bookingId, ...parts].map(atom).join('.')}@${hostname}>`,
    'In-Reply-To': thread,
    References: thread,
    'Auto-Submitted': 'auto-generated',
  };
  return unsubscribe === undefined ? headers : { ...headers, ...unsubscribeHeaders(unsubscribe) };
}

/** Returns the headers by which a mail program unsubscribes at an address. */
export function unsubscribeHeaders(unsubscribe: string): Readonly<Record<string, string>> {
  const { protocol, href } = new URL(unsubscribe);
  return {
    'List-Unsubscribe': `<${href}>`,
    ...(protocol === 'https:' && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}
