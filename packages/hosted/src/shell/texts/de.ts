import type { ShellTexts } from './phrases.ts';

export const de: ShellTexts = {
  pages: 'Seiten',
  skip: 'Zur Seite springen',
  more: 'Mehr',
  morePages: 'Weitere Seiten',
  close: 'Schließen',
  collapse: 'Seitenleiste verkleinern',
  expand: 'Seitenleiste zeigen',
  accountMenu: 'Kontomenü',
  language: 'Sprache',
  theme: 'Aussehen',
  auto: 'Wie das Gerät',
  light: 'Hell',
  dark: 'Dunkel',
  search: 'Suchen',
  keys: 'Tasten',
};
