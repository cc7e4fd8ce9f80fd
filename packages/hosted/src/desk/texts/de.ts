import type { DeskTexts } from './phrases.ts';

export const de: DeskTexts = {
  calendar: 'Kalender',
  meetings: 'Meetings',
  statistics: 'Statistik',
  abandoned: 'Offene Buchungen',
  propose: 'Zeiten vorschlagen',
  services: 'Angebote',
  messages: 'Nachrichten',
  notifications: 'Mitteilungen',
  suggestions: 'Vorschläge',
  recovery: 'Erinnern',
  connections: 'Verbindungen',
  account: 'Mein Konto',
  pages: 'Seiten',
  skip: 'Zur Seite springen',
  admin: 'Verwaltung',
  notFound: 'Diese Seite gibt es nicht',
  notFoundText: 'Unter dieser Adresse ist nichts. Die Seiten, die es gibt, stehen oben.',
  forTeam: 'Für Coaches und ihr Team',
  forTeamText:
    'Sie sind als Kundin oder Kunde angemeldet. Eine Buchung von Ihnen sehen Sie über den Link, den Sie beim Buchen bekommen haben. Wie Sie sich anmelden und wer Ihr Profil sieht, steht in Ihrem Konto.',
};
