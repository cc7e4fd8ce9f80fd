/** The texts of the desk around its pages, in English. The first of them name its pages. */
export const en = {
  calendar: 'Calendar',
  meetings: 'Meetings',
  statistics: 'Statistics',
  abandoned: 'Unfinished bookings',
  propose: 'Propose times',
  services: 'Services',
  messages: 'Messages',
  notifications: 'Notifications',
  suggestions: 'Suggestions',
  recovery: 'Recovery',
  connections: 'Connections',
  account: 'My account',
  pages: 'Pages',
  skip: 'Skip to the page',
  admin: 'Administration',
  notFound: 'This page does not exist',
  notFoundText: 'There is nothing at this address. The pages that there are stand above.',
  forTeam: 'For coaches and their team',
  forTeamText:
    'You are signed in as a client. To see a booking of yours, open the link that you got when you booked. How you sign in and who sees your profile is in your account.',
};
