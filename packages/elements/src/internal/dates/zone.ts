/** The zone of the visitor's device. */
export const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every zone that this browser knows, by name; empty when it does not tell. */
export const allZones = (): string[] => Intl.supportedValuesOf?.('timeZone') ?? [];

/** `America/New_York` → `New York`. */
export const cityOf = (timeZone: string): string => timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
