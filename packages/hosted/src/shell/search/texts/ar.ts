import type { SearchTexts } from './index.ts';

export const ar: SearchTexts = {
  label: 'صفحة أو اسم أو بريد أو هاتف',
  seeking: 'جارٍ البحث…',
  nothing: 'لم يُعثر على شيء.',
  count: 'عُثر على {count}',
  pages: 'الصفحات',
  clients: 'العملاء',
  leads: 'المهتمون',
  bookings: 'الحجوزات',
  accountLabel: 'صفحة أو اسم أو بريد',
  people: 'الأشخاص',
  coaches: 'المدرّبون',
};
