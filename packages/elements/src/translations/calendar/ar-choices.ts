/** The Arabic texts of preferences, and of the keys that show them. */
export const arChoices = {
  keys_views: 'اليوم، ثلاثة أيام، الأسبوع، الشهر، القائمة',
  keys_search: 'البحث عن الحجوزات',
  keys_filters: 'عوامل التصفية',
  timeFormat: 'الأوقات',
  time_language: 'كما في اللغة',
  time_h12: '12 ساعة',
  time_h24: '24 ساعة',
  colourBy: 'تُظهر الألوان',
  by_status: 'الحالة',
  by_service: 'الخدمة',
  by_team: 'من يديرها',
  secondTimeZone: 'منطقة زمنية ثانية',
  secondTimeZoneNone: 'لا شيء',
} as const;
