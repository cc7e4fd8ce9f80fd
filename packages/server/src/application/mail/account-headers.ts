/**
 * Returns the headers of a mail about an account. The same mail has the same `Message-ID`, so that programs show one of
 * two that went after a crash, and no automatic reply answers it.
 */
export function accountHeaders(deliveryId: string, hostname: string): Readonly<Record<string, string>> {
  const name = deliveryId.replace(/[^A-Za-z0-9]+/g, '.');
  return { 'Message-ID': `<${name}@${hostname}>`, 'Auto-Submitted': 'auto-generated' };
}
