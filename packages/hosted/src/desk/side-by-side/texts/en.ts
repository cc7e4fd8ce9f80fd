/** The texts of the calendars side by side, in English. */
export const en = {
  title: 'Side by side',
  previous: 'Previous day',
  next: 'Next day',
  today: 'Today',
  date: 'Date',
  coaches: 'Coaches',
  choose: 'Choose two to eight coaches',
  print: 'Print',
  one: 'One coach',
  newOf: 'New booking with {name}',
  calendarOf: 'Calendar of {name}',
  open: 'Open the calendar of {name}',
  zone: 'Times in {zone}',
  few: 'Choose at least two coaches',
  fewText: 'Their days then stand side by side: bookings, time off and opening hours.',
  nothing: 'No bookings',
  notRead: 'The calendar of {name} could not be read.',
  when: 'When',
  client: 'Client',
  service: 'Service',
  phone: 'Phone',
};

export type SideTexts = typeof en;
