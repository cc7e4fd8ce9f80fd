const isName = (host: string): boolean => /[a-z]/i.test(host.split('.').at(-1)!) && !host.startsWith('[');

/** Returns how many labels of a name belong to one owner: two, or three below such as `co.uk`. */
const ownedLabels = (labels: readonly string[]): number => {
  const [second = '', first = ''] = labels.slice(-2);
  return first.length === 2 && second.length <= 3 ? 3 : 2;
};

/**
 * Returns whether a password that was typed for one address may go to the other one: to the same host, or to another
 * name of the same owner, as iCloud has a host for each account. By `https:`, unless the first address has not.
 */
export function isSameSite(typed: URL, other: URL): boolean {
  if (typed.protocol !== other.protocol) return false;
  if (typed.hostname === other.hostname) return typed.port === other.port;
  if (!isName(typed.hostname) || !isName(other.hostname)) return false;
  const labels = typed.hostname.split('.');
  const owned = ownedLabels(labels);
  if (labels.length < owned) return false;
  const site = labels.slice(-owned).join('.');
  return other.port === '' && (other.hostname === site || other.hostname.endsWith(`.${site}`));
}
