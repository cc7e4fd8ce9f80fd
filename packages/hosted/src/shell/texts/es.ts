import type { ShellTexts } from './phrases.ts';

export const es: ShellTexts = {
  pages: 'Páginas',
  skip: 'Saltar a la página',
  more: 'Más',
  morePages: 'Más páginas',
  close: 'Cerrar',
  collapse: 'Estrechar la barra lateral',
  expand: 'Mostrar la barra lateral',
  accountMenu: 'Menú de la cuenta',
  language: 'Idioma',
  theme: 'Aspecto',
  auto: 'Como el dispositivo',
  light: 'Claro',
  dark: 'Oscuro',
  search: 'Buscar',
  keys: 'Teclas',
};
