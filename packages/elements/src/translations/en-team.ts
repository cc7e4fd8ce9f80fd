/** The texts of the choice of a coach, in English. */
export const enTeam = {
  teamChoose: 'Who would you like to train with?',
  teamAny: 'Whoever is free first',
  teamAnyText: 'The free times of all of them together',
  teamName: 'Our team',
  teamBack: 'Choose someone else',
  teamNone: 'Nobody takes bookings here at the moment.',
};
