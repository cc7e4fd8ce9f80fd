import type { ShellTexts } from './phrases.ts';

export const fr: ShellTexts = {
  pages: 'Pages',
  skip: 'Aller à la page',
  more: 'Plus',
  morePages: 'Autres pages',
  close: 'Fermer',
  collapse: 'Réduire la barre latérale',
  expand: 'Afficher la barre latérale',
  accountMenu: 'Menu du compte',
  language: 'Langue',
  theme: 'Apparence',
  auto: 'Comme l’appareil',
  light: 'Clair',
  dark: 'Sombre',
  search: 'Rechercher',
  keys: 'Touches',
};
