import type { Texts } from '../phrases.ts';

/** The texts that differ where a German reader is a du. */
const informal: Partial<Texts> = {
  services: 'Was möchtest du buchen?',
  zoneYours: 'deine Zeit',
  noneAhead: 'Schau später wieder vorbei.',
  details: 'Deine Angaben',
  codeNow: 'Dein Preis:',
  codeUnknown: 'Dieser Code ist hier nicht bekannt. Bitte prüfe die Buchstaben.',
  codeService: 'Dieser Code gilt nicht für das, was du buchst.',
  codeRefused:
    'Dein Code gilt für diese Buchung nicht. Berichtige ihn, oder entferne ihn, um zum üblichen Preis zu buchen.',
  held: 'Noch {time} für dich reserviert',
  heldLeft: 'Dein Termin ist noch {seconds} Sekunden reserviert.',
  confirmed: 'Dein Termin ist gebucht',
  pending: 'Deine Anfrage ist bei {coach}',
  linkFollows: '{coach} schickt dir den Link zur Teilnahme.',
  prove: 'Sieh in dein Postfach',
  proveText:
    'Wir haben an {email} geschrieben. Drück innerhalb von 30 Minuten den Knopf in der E-Mail, dann ist der Termin gebucht. Diese Seite geht dann von selbst weiter.',
  proveUntil: 'Die Zeit ist bis {time} für dich reserviert.',
  manageInMail: 'Der Link zum Ändern oder Absagen steht in deiner E-Mail.',
  takenNone: 'Dieser Termin wurde gerade vergeben. Bitte wähle einen anderen.',
  expired: 'Die Zeit wird nicht mehr für dich freigehalten. Halte sie noch einmal frei, oder wähle eine andere.',
  offline: 'Du bist offline. Nichts geht verloren: Versuch es wieder, sobald du verbunden bist.',
  unreachable: 'Der Buchungsdienst ist nicht erreichbar. Bitte versuch es noch einmal.',
  limited: 'Das waren sehr viele Anfragen. Bitte warte einen Moment.',
  addressFull:
    'Von deinem Anschluss werden zurzeit keine weiteren Buchungen angenommen. Bitte versuch es später noch einmal, oder frag direkt nach.',
  emailFull:
    'Mit dieser E-Mail-Adresse sind schon so viele Termine gebucht, wie möglich sind. Für weitere melde dich mit ihr an, oder frag direkt nach.',
  check: 'Bitte zeig, dass du ein Mensch bist',
  checkExpired: 'Die Prüfung ist abgelaufen. Bitte mach sie noch einmal.',
  checkFirst: 'Bitte mach zuerst die Prüfung in diesem Formular. Wenn du keine siehst, lade die Seite neu.',
  checkAgain: 'Die Prüfung ist nicht gelungen. Bitte mach sie noch einmal.',
  server: 'Bei uns ist etwas schiefgegangen. Nichts geht verloren: Bitte versuch es noch einmal.',
  fields: 'Bitte prüfe die markierten Angaben.',
  closed: 'Dieses Unternehmen ist zurzeit geschlossen. Bitte frag dort, wie es weitergeht.',
  yourBooking: 'Deine Buchung',
  present: 'Dein Termin bisher:',
  asksAgain: '{coach} muss dem neuen Termin zustimmen. Der alte wird sofort frei: Bis dahin hast du keinen Termin.',
  newLinkMade: 'Der Link zu dieser Seite gilt nicht mehr. Heb diesen auf:',
  moved: 'Deine Buchung wurde verschoben.',
  nameRequired: 'Bitte nenn uns deinen Namen.',
  emailRequired: 'Bitte nenn uns deine E-Mail-Adresse.',
  heldNow: 'Diese Zeit ist für dich reserviert.',
};

export default informal;
