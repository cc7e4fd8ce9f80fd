import { id } from './ids.ts';

export const days = { from: '2028-03-15', to: '2028-04-11', timeZone: 'America/New_York' };
export const log = { date: '2028-04-10', notes: '', createdAt: '2028-04-10T18:00:00Z' };
export const weigh = (date: string, value: number) => ({
  date,
  entries: [{ ...log, id: id(Number(date.slice(-2))), date, metric: 'weight', value, unit: 'kg' }],
});
