/** The consent beside the box in the form, in Arabic. */
export const consent =
  'إذا لم أُكمل هذا الحجز، يجوز لـ{coach} أن يراسلني بشأنه بالبريد الإلكتروني مرتين على الأكثر. يمكنني سحب هذه الموافقة في أي وقت، هنا أو من كل رسالة.';
