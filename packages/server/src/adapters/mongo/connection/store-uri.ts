/** What a URI may not decide: it would weaken what an acknowledged write means, or read what is old. */
const forced = new Set(['w', 'wtimeoutms', 'j', 'journal', 'fsync', 'readpreference', 'readpreferencetags', 'maxstalenessseconds']);

/** The URI without its wishes for write concern and read preference; everything else stays as it is. */
export const withoutConcerns = (uri: string): string => {
  const [place = '', ...query] = uri.split('?');
  const kept = query
    .join('?')
    .split('&')
    .filter((option) => option !== '' && !forced.has((option.split('=')[0] ?? '').toLowerCase()));
  return kept.length > 0 ? `${place}?${kept.join('&')}` : place;
};

/** Of these options, those that the URI says nothing about. */
export const unsaidBy = <T extends object>(uri: string, options: T): Partial<T> => {
  const said = new Set([...new URLSearchParams(uri.split('?')[1] ?? '').keys()].map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(options).filter(([name]) => !said.has(name.toLowerCase()))) as Partial<T>;
};
