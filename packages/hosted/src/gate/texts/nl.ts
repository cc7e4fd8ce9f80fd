import type { GateTexts } from './phrases.ts';

export const nl: GateTexts = {
  title: 'Welk bedrijf?',
  text: 'Op deze server werken meerdere bedrijven. Typ de korte naam van het jouwe; die staat in de links die je kreeg.',
  slug: 'Korte naam',
  go: 'Verder',
  required: 'Vul dit in.',
  unknown: 'Geen bedrijf hier heet zo. Controleer de link, of typ de korte naam.',
  closedTitle: 'Op dit moment gesloten',
  closed:
    'Dit bedrijf kan hier op dit moment niet worden geboekt of beheerd. Er is niets verloren. Vraag daar hoe het verder gaat.',
};
