import type { OwnClientPageTexts } from './en.ts';

/** The texts of the pages of clients, in German. `{…}` are filled in. */
export const de: OwnClientPageTexts = {
  title: 'Personen',
  text: 'Personen mit Konto, die bei Ihnen gebucht haben. Wer ohne Konto bucht, steht unter den Interessierten.',
  toLeads: 'Unter den Interessierten suchen',
  none: 'Noch keine Personen',
  noneText: 'Wer sich anmeldet und bei Ihnen bucht, erscheint hier.',
  notShared: 'Profil nicht geteilt',
  shared: 'Profil geteilt',
  back: 'Alle Personen',
  contact: 'Kontakt',
  timeZone: 'Zeitzone',
  together: 'Gemeinsame Buchungen',
  noBookings: 'Keine Buchungen',
  noBookingsText: 'Buchen Sie den ersten Termin im Kalender.',
  notes: 'Ihre Notizen',
  notesHint: 'Für Sie und Ihr Team. Die Person sieht sie im Konto nicht; eine Auskunft über ihre Daten enthält sie.',
  notesAsOf: 'Geändert am {at}',
  notesConflict: 'Diese Notizen wurden inzwischen anderswo geändert. Ihre sind noch nicht gespeichert.',
  theirs: 'Die andere Fassung',
  useTheirs: 'Andere Fassung übernehmen',
  saveMine: 'Durch meine ersetzen',
  leave: 'Ihre Notizen sind nicht gespeichert. Seite verlassen?',
};
