import type { SearchTexts } from './index.ts';

export const fr: SearchTexts = {
  label: 'Page, nom, e-mail ou téléphone',
  seeking: 'Recherche…',
  nothing: 'Rien trouvé.',
  count: '{count} trouvés',
  pages: 'Pages',
  clients: 'Clients',
  leads: 'Prospects',
  bookings: 'Réservations',
  accountLabel: 'Page, nom ou e-mail',
  people: 'Personnes',
  coaches: 'Coachs',
};
