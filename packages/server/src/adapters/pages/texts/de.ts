import type { PageTexts } from './phrases.ts';

export const de: PageTexts = {
  book: '{coach} buchen',
  bookText: 'Sehen Sie, wann {coach} frei ist, und buchen Sie einen Termin.',
  booking: 'Ihre Buchung',
  noBooking: 'Dieser Link öffnet keine Buchung',
  noBookingText:
    'Er ist vielleicht abgelaufen oder wurde ersetzt. Bitte nehmen Sie den neuesten Link, den Sie haben, oder fragen Sie Ihren Coach.',
  nothing: 'Diese Seite gibt es nicht',
  nothingText: 'Unter dieser Adresse ist nichts. Bitte prüfen Sie den Link.',
  noCoachText: 'Unter dieser Adresse ist kein Coach zu buchen. Bitte prüfen Sie den Link.',
  confirm: 'Bestätigen Sie Ihre Buchung',
  unsubscribe: 'Abbestellen',
  verify: 'Bestätigen Sie Ihre E-Mail-Adresse',
  refuse: 'Das war ich nicht',
  email: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
  password: 'Wählen Sie ein Passwort',
  forgotten: 'Wählen Sie ein anderes Passwort',
  noLink: 'Dieser Link funktioniert nicht',
  noLinkText:
    'Er wurde vielleicht unterwegs abgeschnitten. Bitte öffnen Sie ihn noch einmal aus der E-Mail, oder fordern Sie dort einen neuen an, wo Sie sich anmelden.',
  calendar: 'Kalender',
  deskText: 'Melden Sie sich bei Ihrem Kalender und Ihren Einstellungen an.',
  services: 'Angebote',
  messages: 'Nachrichten',
  notifications: 'Mitteilungen',
  account: 'Mein Konto',
  admin: 'Verwaltung',
  choose: 'Welches Unternehmen?',
  chooseText:
    'Mit diesem Server arbeiten mehrere Unternehmen. Öffnen Sie {address}, mit dem Kurznamen von Ihrem an der Stelle.',
  closed: 'Zurzeit geschlossen',
  closedText:
    'Dieses Unternehmen kann hier zurzeit weder gebucht noch verwaltet werden. Nichts geht verloren. Bitte fragen Sie dort, wie es weitergeht.',
  setup: 'Bereit für den ersten Tag',
  setupNoScript: 'Diese Seite braucht JavaScript. Ohne geht es so: {command}',
  noDemo: 'Hier gibt es keine Demo',
  noDemoText: 'Dieser Server läuft ohne Demo-Daten.',
  bookNoScript:
    'Zum Buchen wird JavaScript gebraucht. Bitte schalten Sie es ein, oder fragen Sie Ihren Coach nach einem Termin.',
  noScript: 'Diese Seite braucht JavaScript. Bitte schalten Sie es ein.',
};
