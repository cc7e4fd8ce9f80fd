import type { MailTexts } from './mail-text.ts';

const notYou = 'Wenn Sie das nicht waren, wählen Sie sofort ein anderes Passwort: Das beendet alle Sitzungen.';
const choose = 'Ein anderes Passwort wählen';

export const de: MailTexts = {
  language: 'de',
  dir: 'ltr',
  greeting: 'Guten Tag {name},',
  greetingWithoutName: 'Guten Tag,',
  roles: { client: 'Kunde', coach: 'Coach', staff: 'Mitglied eines Teams', admin: 'Verwaltung' },
  unknownDevice: 'ein unbekanntes Gerät',
  email_verification: {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse für {product}',
    reason:
      'am {when} wurde bei {product} mit dieser Adresse ein Konto angelegt. Name: {given}. Rolle: {role}. Wenn es Ihres ist, bestätigen Sie bitte die Adresse mit Ihrem Passwort. Buchungen, die Sie vorher mit ihr gemacht haben, sind dann auch in Ihrem Konto.',
    action: 'Adresse bestätigen',
    limit: 'Der Link gilt {time}.',
    unasked:
      'Wenn Sie das nicht waren, geschieht ohne den Link und das Passwort nichts. Sie können das Konto schließen lassen:',
    refuse: 'Das war ich nicht',
  },
  password_reset: {
    subject: 'Wählen Sie ein neues Passwort für {product}',
    reason: 'jemand, vermutlich Sie, möchte ein neues Passwort für Ihr Konto bei {product} wählen.',
    action: 'Neues Passwort wählen',
    limit: 'Der Link gilt einmal und {time}. Ein neues Passwort meldet Sie überall ab.',
    unasked: 'Wenn Sie das nicht waren, tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
  },
  invitation: {
    subject: 'Ihr Konto bei {product}',
    reason: '{product} hat ein Konto für Sie angelegt. Rolle: {role}. Wählen Sie ein Passwort, um es zu öffnen.',
    action: 'Passwort wählen',
    limit: 'Der Link gilt einmal und {time}.',
    unasked: 'Wenn Sie {product} nicht kennen, tun Sie nichts: Ohne den Link kann sich niemand bei dem Konto anmelden.',
  },
  email_change: {
    subject: 'Bestätigen Sie Ihre neue E-Mail-Adresse für {product}',
    reason: 'diese Adresse soll an die Stelle der Adresse treten, die Ihr Konto bei {product} hat.',
    action: 'Neue Adresse bestätigen',
    limit: 'Der Link gilt {time}, zusammen mit Ihrem Passwort.',
    unasked: 'Wenn Sie das nicht waren, tun Sie nichts: Ohne den Link ändert sich nichts.',
  },
  account_exists: {
    subject: 'Sie haben ein Konto bei {product}',
    reason:
      'jemand, vielleicht Sie, wollte diese Adresse für ein Konto bei {product} verwenden. Sie hat schon eines: Melden Sie sich an, oder wählen Sie ein anderes Passwort.',
    action: choose,
    limit: 'Der Link gilt einmal und {time}.',
    unasked: 'Wenn Sie das nicht waren, tun Sie nichts: Ihr Konto bleibt, wie es ist, und niemand hat davon erfahren.',
  },
  password_changed: {
    subject: 'Ihr Passwort bei {product} wurde geändert',
    reason: 'am {when} wurde das Passwort Ihres Kontos bei {product} geändert.',
    unasked: notYou,
    action: choose,
  },
  email_changing: {
    subject: 'Ihre E-Mail-Adresse bei {product} soll geändert werden',
    reason:
      'am {when} hat jemand, der Ihr Passwort kennt, für Ihr Konto bei {product} eine andere E-Mail-Adresse gewünscht.',
    unasked: 'Wenn Sie das nicht waren, wählen Sie sofort ein anderes Passwort: Dann wird nichts daraus.',
    action: choose,
  },
  email_changed: {
    subject: 'Ihre E-Mail-Adresse bei {product} wurde geändert',
    reason: 'seit {when} hat Ihr Konto bei {product} statt dieser eine andere E-Mail-Adresse.',
    unasked: 'Wenn Sie das nicht waren, schreiben Sie sofort an {product}: Diese Adresse öffnet das Konto nicht mehr.',
  },
  role_changed: {
    subject: 'Ihre Rolle bei {product} wurde geändert',
    reason: 'seit {when} ist Ihre Rolle bei {product}: {role}. Bitte melden Sie sich neu an.',
    unasked: 'Wenn Sie das nicht erwarten, fragen Sie {product}.',
  },
  new_device: {
    subject: 'Eine neue Anmeldung bei Ihrem Konto bei {product}',
    reason:
      'am {when} hat sich jemand bei Ihrem Konto bei {product} von einem neuen Ort oder mit einem neuen Gerät angemeldet: {device}.',
    unasked: notYou,
    action: choose,
  },
  second_factor_enabled: {
    subject: 'Die Anmeldung bei {product} braucht jetzt auch einen Code',
    reason: 'am {when} wurde für Ihr Konto bei {product} ein zweiter Faktor eingeschaltet.',
    unasked:
      'Wenn Sie das nicht waren, wählen Sie sofort ein anderes Passwort und bitten Sie {product}, den zweiten Faktor wegzunehmen.',
    action: choose,
  },
  second_factor_disabled: {
    subject: 'Die Anmeldung bei {product} braucht keinen Code mehr',
    reason: 'am {when} wurde der zweite Faktor Ihres Kontos bei {product} ausgeschaltet.',
    unasked: notYou,
    action: choose,
  },
  calendar_failed: {
    subject: 'Ein anderer Kalender ist nicht lesbar: {product}',
    reason:
      'bei {product} zählt auch die belegte Zeit Ihrer anderen Kalender, aber seit mehr als einem Tag sind diese nicht lesbar: {calendars}. Bis dahin gilt, was zuletzt gelesen wurde, oder es ist gar nichts buchbar, je nachdem, was Sie für jeden gewählt haben.',
    unasked:
      'Auf der Seite steht, was nicht stimmt. Oft muss die geheime Adresse neu kopiert werden. Solange es dauert, hören Sie einmal am Tag davon.',
    action: 'Verbindungen öffnen',
  },
  connection_revoked: {
    subject: 'Ein Konto muss neu verbunden werden: {product}',
    reason:
      'bei {product} ist die Verbindung zu diesen Konten von Ihnen beendet, weil der Anbieter sie nicht mehr annimmt: {accounts}. Ihre Kalender werden nicht gelesen und nicht beschrieben, und dort entstehen keine Meetings, bis Sie sie neu verbinden.',
    unasked:
      'Das geschieht, wenn ein Passwort geändert, der Zugriff beim Anbieter zurückgenommen oder er lange nicht genutzt wurde. Ihre Buchungen sind alle da.',
    action: 'Neu verbinden',
  },
  meetings_limited: {
    subject: 'Zoom ist heute fast am Limit: {product}',
    reason:
      'Zoom legt höchstens 100 Meetings eines Hosts am Tag an oder verschiebt sie, und von Ihren bei {product} sind 90 verbraucht. Ab 100 bekommen gebuchte und verschobene Termine ihr Meeting nach Mitternacht UTC.',
    unasked:
      'Buchungen gehen weiter wie sonst, und der Link jedes Termins bleibt: Er führt zum Meeting, sobald es eines gibt.',
  },
  record_failed: {
    subject: 'Termine, die beim Anbieter fehlen: {product}',
    reason:
      'bei {product} sind diese Termine gebucht, aber der Anbieter hat für sie kein Meeting oder keinen Kalendereintrag: {sessions}. Wer dem Link folgt, kommt in den Raum, den die Leistung dafür hat, oder wird gebeten, Ihnen zu schreiben.',
    unasked:
      'Bis sie beginnen, wird es weiter versucht, und niemand wird am Buchen gehindert. Öffnen Sie Ihre Verbindungen: Vielleicht muss ein Konto neu verbunden werden. Sonst sagen Sie Ihren Kunden, wie Sie sich treffen.',
    action: 'Verbindungen öffnen',
  },
  changed_there: {
    subject: 'Termine, die in Ihrem Kalender anders stehen: {product}',
    reason:
      'Termine bei {product} wurden in einem Kalender, in den sie geschrieben werden, verschoben oder gelöscht: {sessions}. Das sind die Zeiten der Buchungen, die unverändert sind; Ihre Kunden kommen dann.',
    unasked:
      'Ist der Kalender falsch, stellen Sie die Termine auf der Seite Ihrer Verbindungen wieder her. Soll ein Termin zu einer anderen Zeit sein, verschieben Sie die Buchung: Der Kalender folgt, und Ihr Kunde bekommt eine Nachricht.',
    action: 'Verbindungen öffnen',
  },
};
