/** The consent beside the box in the form, in English. */
export const consent =
  'If I do not finish this booking, {coach} may send me up to two e-mails about it. I can withdraw this at any time, here or in each e-mail.';
