import type { en } from './en.ts';

/** The texts of the admin page about unsubscribes, in Arabic. */
export const unsubscribes: Readonly<Record<keyof typeof en, string>> = {
  unsubscribes: 'إلغاءات الاشتراك',
  optOutsText:
    'مَن لا يريد رسائل أخرى من أيٍّ من مدرّبيك. لا يُحفظ من العناوين إلا بصمة تبقى بعد المحو: لا تستطيع أي قائمة أن تُظهر أصحابها، لكن يمكنك البحث عن عنوان.',
  optOutContact: 'البريد الإلكتروني أو رقم الهاتف',
  optOutContactHint: 'رقم مع + ورمز البلد',
  optOutSearch: 'بحث',
  optOutAll: 'إظهار الكل',
  optOutHow: 'الطريقة',
  optOutWhat: 'لم يعد يُرسل',
  optOutSince: 'منذ',
  way_unsubscribe: 'بالرابط في رسالة بريد',
  way_sms_stop: 'بكلمة STOP ردًّا على رسالة قصيرة',
  optOutAllSms: 'كل الرسائل القصيرة',
  optOutAllMail: 'كل رسائل البريد',
  noOptOuts: 'لم يُلغِ أحد اشتراكه.',
  noOptOut: 'لم يُلغِ هذا العنوان الاشتراك في شيء.',
  optOutRemove: 'إزالة',
  optOutRemoveOf: 'إزالة: {what}، {since}',
  optOutRemoveTitle: 'هل تصل إلى هذا الشخص من جديد؟',
  optOutRemoveText: 'فقط إذا طلب الشخص ذلك منك. يُكتب ذلك في السجل.',
  optOutRemoveStop:
    'بعد STOP على الشخص أن يردّ أيضًا بكلمة START على رقمك: حتى ذلك الحين ترفض Twilio كل رسالة قصيرة ويُسجَّل الإلغاء من جديد.',
  optOutRemoved: 'أُزيل.',
  error_contact: 'ليس هذا بريدًا إلكترونيًا ولا رقم هاتف.',
};
