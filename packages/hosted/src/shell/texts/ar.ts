import type { ShellTexts } from './phrases.ts';

export const ar: ShellTexts = {
  pages: 'الصفحات',
  skip: 'انتقل إلى الصفحة',
  more: 'المزيد',
  morePages: 'صفحات أخرى',
  close: 'إغلاق',
  collapse: 'تصغير الشريط الجانبي',
  expand: 'إظهار الشريط الجانبي',
  accountMenu: 'قائمة الحساب',
  language: 'اللغة',
  theme: 'المظهر',
  auto: 'حسب الجهاز',
  light: 'فاتح',
  dark: 'داكن',
  search: 'بحث',
  keys: 'المفاتيح',
};
