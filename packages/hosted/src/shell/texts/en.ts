/** The texts of the frame around the pages of those who work here, in English. */
export const en = {
  pages: 'Pages',
  skip: 'Skip to the page',
  more: 'More',
  morePages: 'More pages',
  close: 'Close',
  collapse: 'Make the sidebar narrow',
  expand: 'Show the sidebar',
  accountMenu: 'Account menu',
  language: 'Language',
  theme: 'Look',
  auto: 'As the device',
  light: 'Light',
  dark: 'Dark',
  search: 'Search',
  keys: 'Keys',
};
