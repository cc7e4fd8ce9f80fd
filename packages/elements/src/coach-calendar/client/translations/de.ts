import { de as data } from '../../../internal/client/texts/de.ts';
import type { ClientTexts } from './phrases.ts';

const count = (one: string, other: string) => ({ one, other });

const de: ClientTexts = {
  ...data,
  loading: 'Angaben und Einträge werden gelesen…',
  loaded: 'Die Person wird gezeigt.',
  bookNext: 'Nächsten Termin buchen',
  offline:
    'Sie sind offline. Diese Angaben kommen jedes Mal vom Server: Versuchen Sie es wieder, sobald Sie verbunden sind.',
  forbidden: 'Sie dürfen diese Person nicht sehen.',
  readBefore: 'Sie sind offline: Das ist der zuletzt gelesene Stand.',
  nothingAtAll: '{name} hat kein Profil ausgefüllt und seit dem {date} nichts eingetragen.',
  more: count('{count} weiterer Eintrag', '{count} weitere Einträge'),
  together: 'Mit Ihnen',
  bookings: 'Buchungen',
  lastSession: 'Letzter Termin',
  nextSession: 'Nächster Termin',
  notes: 'Ihre Notizen',
  notesHint: 'Für Sie und Ihr Team. Die Person sieht sie im Konto nicht; eine Auskunft über ihre Daten enthält sie.',
  notesAsOf: 'Geändert am {at}',
  notesConflict: 'Diese Notizen wurden inzwischen anderswo geändert. Ihre sind noch nicht gespeichert.',
  theirs: 'Die andere Fassung',
  useTheirs: 'Andere Fassung übernehmen',
  saveMine: 'Durch meine ersetzen',
  notesSaved: 'Ihre Notizen sind gespeichert.',
};

export default de;
