import { hostOf } from '../../domain/partner/host.ts';
import { originOf } from '../../domain/partner/origin.ts';
import { Refusal } from '../kernel/refusal.ts';

/** Returns all entries of a list as they are stored, each once. Throws INVALID_REQUEST with all that are wrong. */
const allOf = (
  path: string,
  texts: readonly string[],
  read: (text: string) => { readonly value: string } | { readonly problem: string },
): readonly string[] => {
  const ones = texts.map(read);
  const problems = ones.flatMap((one, n) => ('problem' in one ? [{ path: `${path}.${n}`, message: one.problem }] : []));
  if (problems.length > 0) {
    const [{ path: where, message }] = problems as [(typeof problems)[0]];
    throw new Refusal('INVALID_REQUEST', `${where}: ${message}`, { problems });
  }
  return [...new Set(ones.flatMap((one) => ('value' in one ? [one.value] : [])))];
};

/** Returns the origins as browsers send them. Throws INVALID_REQUEST. */
export function originsOf(texts: readonly string[]): readonly string[] {
  return allOf('allowedOrigins', texts, (text) => {
    const one = originOf(text);
    return 'problem' in one ? one : { value: one.origin };
  });
}

/**
 * Returns the hosts as browsers send them. The host of the server itself is shared, so no partner has it. Throws
 * INVALID_REQUEST.
 * @param publicUrl the origin of the server
 */
export function hostsOf(texts: readonly string[], publicUrl: string): readonly string[] {
  return allOf('hosts', texts, (text) => {
    const one = hostOf(text);
    if ('problem' in one) return one;
    const own = URL.canParse(publicUrl) ? new URL(publicUrl).host : undefined;
    return one.host === own
      ? { problem: 'Is the host of the server itself, which all its partners share.' }
      : { value: one.host };
  });
}
