import type { PageTexts } from './en.ts';

export const de: PageTexts = {
  coming: 'Bevorstehend',
  comingText: 'Der nächsten zwei Wochen, nach der Uhr von {zone}.',
  past: 'Vorbei',
  pastText: 'Der letzten dreißig Tage, die neuesten zuerst.',
  none: 'Hier ist kein Meeting. Welche Angebote eines haben, steht unter Angebote.',
  reload: 'Noch einmal nachsehen',
  number: 'Meeting {number}',
  password: 'Passwort {password}',
  people: 'Wer da war',
  unnamed: 'Ohne Namen',
  host: 'Gastgeber',
  visit: '{from} bis {to}, {minutes}',
  visitOpen: 'seit {from}',
  visitEnd: 'bis {to}',
  recording: 'Aufzeichnung, {minutes}, {size}',
};
