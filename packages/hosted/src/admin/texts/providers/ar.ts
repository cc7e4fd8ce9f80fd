import type { en } from './en.ts';

export const providers: Readonly<Record<keyof typeof en, string>> = {
  providers: 'المزوّدون',
  providersText:
    'عملاء OAuth التي يربط بها مدربوك حساباتهم من أجل التقاويم والاجتماعات. يُسجَّل العميل مرة واحدة لدى كل مزوّد، مع عنوان إعادة التوجيه أدناه.',
  integration_source_partner: 'يُستخدم العميل الخاص بك.',
  integration_source_server: 'يُستخدم عميل هذا الخادم. ويحلّ عميلك الخاص محله.',
  integration_source_none: 'لا يوجد عميل، فلا يستطيع المدربون ربط حسابات هذا المزوّد.',
  integrationRedirect: 'عنوان إعادة التوجيه المطلوب تسجيله:',
  integrationGoogle: 'انشر التطبيق: ما دامت حالته لدى Google هي «Testing» ينتهي كل ربط بعد 7 أيام.',
  integration_clientId: 'معرّف العميل',
  integration_clientSecret: 'سرّ العميل',
  integration_accountId: 'معرّف الحساب',
  integration_webhookSecret: 'الرمز السري للإشعارات البرمجية',
  integrationTenant: 'معرّف الدليل (المستأجر)',
  integrationTenantHint: 'لا تُربط إلا حسابات هذا الدليل؛ فارغ: كلها',
  integrationZoomAccountHint: 'لتطبيق Server-to-Server يعمل لجميع المدربين معًا؛ فارغ: يربط كل مدرب حسابه',
  integrationSecretHint: 'يوجد سرّ محفوظ؛ أدخله من جديد للحفظ',
  integrationMissing: 'يرجى ملء هذا الحقل.',
  integrationSave: 'حفظ {provider}',
  integrationRemove: 'إزالة {provider}',
  integrationRemoveTitle: 'هل تزيل عميل {provider}؟',
  integrationRemoveText: 'تتوقف الحسابات التي رُبطت به عن العمل بعد ساعة تقريبًا، ويُبلَّغ مدربوها عندئذ بالبريد.',
};
