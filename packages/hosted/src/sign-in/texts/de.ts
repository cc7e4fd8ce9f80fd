import type { PageTexts } from './phrases.ts';

export const de: PageTexts = {
  title: 'Bei Ihrem Kalender anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  signIn: 'Anmelden',
  forgotten: 'Passwort vergessen?',
  busy: 'Einen Moment…',
  signOut: 'Abmelden',
  required: 'Bitte ausfüllen.',
  wrong: 'E-Mail und Passwort passen nicht zusammen.',
  codeTitle: 'Noch ein Schritt',
  codeText:
    'Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App zeigt, oder einen Ihrer Wiederherstellungscodes.',
  code: 'Code',
  codeWrong: 'Dieser Code ist nicht richtig oder wurde schon benutzt.',
  codeLate: 'Das hat zu lange gedauert. Bitte melden Sie sich noch einmal an.',
  back: 'Zurück',
  limited: 'Zu viele Versuche. Bitte warten Sie eine Weile, bevor Sie es wieder versuchen.',
  offline: 'Der Server ist nicht erreichbar. Nichts geht verloren: Versuchen Sie es wieder, sobald Sie verbunden sind.',
  server: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  setup: 'Unter dieser Adresse kann man sich nicht anmelden.',
  ended: 'Ihre Sitzung ist beendet. Bitte melden Sie sich wieder an.',
  choose: 'Wessen Kalender?',
  noCoaches: 'Es gibt noch keine Coaches.',
  retry: 'Noch einmal versuchen',
  otherCoach: 'Anderer Coach',
  demo: 'Zum Ausprobieren: {email} mit dem Passwort {password}',
  account: 'Mein Konto',
  needsFactor:
    'Ihr Administratorkonto braucht einen zweiten Faktor, bevor es weitergeht: einen Code aus einer App auf Ihrem Telefon.',
  setUpFactor: 'Einrichten',
};
