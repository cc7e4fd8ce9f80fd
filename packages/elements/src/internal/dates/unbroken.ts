/** Writes the parts of a format so that no line ends between a time and its AM or PM. */
export function unbroken(parts: readonly Intl.DateTimeFormatPart[]): string {
  const isPeriod = (index: number) => parts[index]?.type === 'dayPeriod';
  return parts
    .map(({ value }, index) => (/^\s$/.test(value) && (isPeriod(index - 1) || isPeriod(index + 1)) ? '\u00a0' : value))
    .join('');
}
