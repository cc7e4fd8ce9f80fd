/** The texts of the page that finds a business, in English. */
export const en = {
  title: 'Which business?',
  text: 'Several businesses work with this server. Type the short name of yours; it stands in the links that you were sent.',
  slug: 'Short name',
  go: 'Continue',
  required: 'Please fill this in.',
  unknown: 'No business here goes by that name. Please check the link, or type the short name.',
  closedTitle: 'Closed for the moment',
  closed: 'This business cannot be booked or managed here at the moment. Nothing is lost. Please ask it how to go on.',
};
