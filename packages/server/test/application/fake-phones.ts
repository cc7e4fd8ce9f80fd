import type { Phones } from '../../src/application/ports/phones.ts';

/**
 * Reads numbers with a country code; those without one belong to +49 where the coach is in Berlin, and else stay as
 * they are.
 */
export const fakePhones: Phones = {
  normalise: (typed, near) => {
    const text = typed.trim();
    if (/^\+[\d ()-]+$/.test(text)) return `+${text.replace(/\D/g, '')}`;
    return near === 'Europe/Berlin' && /^0[\d ()-]+$/.test(text) ? `+49${text.slice(1).replace(/\D/g, '')}` : text;
  },
};
