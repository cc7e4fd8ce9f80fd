import type { OwnClientPageTexts } from './en.ts';

/** The texts of the pages of clients, in Arabic. `{…}` are filled in. */
export const ar: OwnClientPageTexts = {
  title: 'العملاء',
  text: 'أشخاص لهم حساب حجزوا لديك. من يحجز بلا حساب تجده بين المهتمين.',
  toLeads: 'البحث بين المهتمين',
  none: 'لا عملاء بعد',
  noneText: 'يظهر هنا من يسجّل ويحجز لديك.',
  notShared: 'الملف غير مشارك',
  shared: 'الملف مشارك',
  back: 'كل العملاء',
  contact: 'جهة الاتصال',
  timeZone: 'المنطقة الزمنية',
  together: 'الحجوزات معًا',
  noBookings: 'لا حجوزات',
  noBookingsText: 'احجز الجلسة الأولى في التقويم.',
  notes: 'ملاحظاتك',
  notesHint: 'لك ولفريقك. لا يراها العميل في حسابه؛ لكنها تظهر في تصدير بياناته.',
  notesAsOf: 'تغيّرت في {at}',
  notesConflict: 'تغيّرت هذه الملاحظات في مكان آخر منذ فتحتها. ملاحظاتك لم تُحفظ بعد.',
  theirs: 'النسخة الأخرى',
  useTheirs: 'استخدام النسخة الأخرى',
  saveMine: 'استبدالها بنسختي',
  leave: 'لم تُحفظ ملاحظاتك. هل تغادر الصفحة؟',
};
