/** The texts of the page of meetings, in English. */
export const en = {
  coming: 'To come',
  comingText: 'Of the next two weeks, by the clock of {zone}.',
  past: 'Over',
  pastText: 'Of the last thirty days, the latest first.',
  none: 'No meeting here. Which services have one is set under Services.',
  reload: 'Look again',
  number: 'Meeting {number}',
  password: 'Password {password}',
  people: 'Who was there',
  unnamed: 'Without a name',
  host: 'host',
  visit: '{from} to {to}, {minutes}',
  visitOpen: 'since {from}',
  visitEnd: 'until {to}',
  recording: 'Recording, {minutes}, {size}',
};
export type PageTexts = typeof en;
