import type { en } from './en.ts';

/** The texts of the admin page about unsubscribes, in German. */
export const unsubscribes: Readonly<Record<keyof typeof en, string>> = {
  unsubscribes: 'Abmeldungen',
  optOutsText:
    'Wer von keinem Ihrer Coaches mehr Nachrichten möchte. Adressen sind nur als Fingerabdruck gespeichert, der eine Löschung überdauert: Keine Liste kann zeigen, wem sie gehören, aber Sie können nach einer suchen.',
  optOutContact: 'E-Mail oder Telefonnummer',
  optOutContactHint: 'eine Nummer mit + und Ländervorwahl',
  optOutSearch: 'Suchen',
  optOutAll: 'Alle zeigen',
  optOutHow: 'Wie',
  optOutWhat: 'Wird nicht mehr gesendet',
  optOutSince: 'Seit',
  way_unsubscribe: 'Über den Link in einer E-Mail',
  way_sms_stop: 'Mit STOP als Antwort auf eine SMS',
  optOutAllSms: 'Alle SMS',
  optOutAllMail: 'Alle E-Mails',
  noOptOuts: 'Niemand hat sich abgemeldet.',
  noOptOut: 'Diese Adresse hat sich von nichts abgemeldet.',
  optOutRemove: 'Entfernen',
  optOutRemoveOf: 'Entfernen: {what}, {since}',
  optOutRemoveTitle: 'Soll diese Person sie wieder bekommen?',
  optOutRemoveText: 'Nur, wenn die Person Sie darum gebeten hat. Es steht danach im Protokoll.',
  optOutRemoveStop:
    'Nach einem STOP muss die Person auch START an Ihre Nummer antworten: Bis dahin lehnt Twilio jede SMS ab, und die Abmeldung wird wieder vermerkt.',
  optOutRemoved: 'Entfernt.',
  error_contact: 'Das ist weder eine E-Mail-Adresse noch eine Telefonnummer.',
};
