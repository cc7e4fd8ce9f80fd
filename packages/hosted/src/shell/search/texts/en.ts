/** The texts of the search, in English. */
export const en = {
  label: 'Page, name, e-mail or phone',
  seeking: 'Searching…',
  nothing: 'Nothing found.',
  count: '{count} found',
  pages: 'Pages',
  clients: 'Clients',
  leads: 'Leads',
  bookings: 'Bookings',
  accountLabel: 'Page, name or e-mail',
  people: 'People',
  coaches: 'Coaches',
};
