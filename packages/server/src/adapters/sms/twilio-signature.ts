import { createHmac, timingSafeEqual } from 'node:crypto';

/** The fields of a form, as they came: a name may come twice. */
export type FormFields = readonly (readonly [name: string, value: string])[];

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Returns the signature of a request of Twilio: of the exact URL that it called, and behind it each name with its
 * value, by name. https://www.twilio.com/docs/usage/security#validating-requests
 */
export function twilioSignature(authToken: string, url: string, fields: FormFields): string {
  const names = [...new Set(fields.map(([name]) => name))].toSorted(inOrder);
  const signed = names.flatMap((name) => {
    const values = fields.filter(([one]) => one === name).map(([, value]) => value);
    return [...new Set(values)].toSorted(inOrder).map((value) => name + value);
  });
  return createHmac('sha1', authToken)
    .update(url + signed.join(''), 'utf8')
    .digest('base64');
}

/** Returns whether the signature is that of the request, in constant time. */
export function isTwilioSignature(given: string, authToken: string, url: string, fields: FormFields): boolean {
  const [sent, right] = [Buffer.from(given), Buffer.from(twilioSignature(authToken, url, fields))];
  return sent.length === right.length && timingSafeEqual(sent, right);
}
