import type { GateTexts } from './phrases.ts';

export const de: GateTexts = {
  title: 'Welches Unternehmen?',
  text: 'Mit diesem Server arbeiten mehrere Unternehmen. Geben Sie den Kurznamen von Ihrem ein; er steht in den Links, die Sie bekommen haben.',
  slug: 'Kurzname',
  go: 'Weiter',
  required: 'Bitte ausfüllen.',
  unknown: 'Kein Unternehmen heißt hier so. Bitte prüfen Sie den Link, oder geben Sie den Kurznamen ein.',
  closedTitle: 'Zurzeit geschlossen',
  closed:
    'Dieses Unternehmen kann hier zurzeit weder gebucht noch verwaltet werden. Nichts geht verloren. Bitte fragen Sie dort, wie es weitergeht.',
};
