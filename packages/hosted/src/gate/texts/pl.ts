import type { GateTexts } from './phrases.ts';

export const pl: GateTexts = {
  title: 'Która firma?',
  text: 'Na tym serwerze działa kilka firm. Wpisz krótką nazwę swojej; jest w linkach, które masz w wiadomościach.',
  slug: 'Krótka nazwa',
  go: 'Dalej',
  required: 'Wypełnij to pole.',
  unknown: 'Żadna firma nie ma tu takiej nazwy. Sprawdź link albo wpisz krótką nazwę.',
  closedTitle: 'Chwilowo zamknięte',
  closed: 'Tej firmy nie można tu obecnie ani zarezerwować, ani obsługiwać. Nic nie przepadło. Zapytaj ją, co dalej.',
};
