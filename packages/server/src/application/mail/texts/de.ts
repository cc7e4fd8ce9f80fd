import type { MailTexts } from '../mail-texts.ts';

export const de: MailTexts = {
  language: 'de',
  dir: 'ltr',
  greeting: 'Guten Tag {name},',
  greetingWithoutName: 'Guten Tag,',
  email_verification: {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse für {product}',
    why: 'bitte bestätigen Sie, dass diese Adresse Ihre ist. Termine, die Sie damit früher gebucht haben, stehen dann auch in Ihrem Konto.',
    action: 'Adresse bestätigen',
    limit: 'Der Link gilt {time}.',
    unasked: 'Wenn Sie kein Konto bei {product} haben, tun Sie nichts: Ohne den Link geschieht nichts.',
  },
  password_reset: {
    subject: 'Wählen Sie ein neues Passwort für {product}',
    why: 'jemand, wahrscheinlich Sie selbst, möchte ein neues Passwort für Ihr Konto bei {product} wählen.',
    action: 'Neues Passwort wählen',
    limit: 'Der Link gilt einmal und {time}. Ein neues Passwort meldet Sie überall ab.',
    unasked: 'Wenn Sie das nicht waren, tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
  },
};
