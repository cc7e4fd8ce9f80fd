/** The texts of the admin page about unsubscribes, in English. */
export const en = {
  unsubscribes: 'Unsubscribes',
  optOutsText:
    'Who wants no more messages from any of your coaches. Addresses are stored as fingerprints alone, which outlive an erasure: no list can show whose they are, but you can look one up.',
  optOutContact: 'E-mail or phone number',
  optOutContactHint: 'a number with + and the country',
  optOutSearch: 'Look up',
  optOutAll: 'Show all',
  optOutHow: 'How',
  optOutWhat: 'Not sent any more',
  optOutSince: 'Since',
  way_unsubscribe: 'By the link in a mail',
  way_sms_stop: 'By STOP in answer to an SMS',
  optOutAllSms: 'All SMS',
  optOutAllMail: 'All mails',
  noOptOuts: 'Nobody has unsubscribed.',
  noOptOut: 'This address has not unsubscribed from anything.',
  optOutRemove: 'Remove',
  optOutRemoveOf: 'Remove: {what}, {since}',
  optOutRemoveTitle: 'Let this person have them again?',
  optOutRemoveText: 'Do this only if the person asked you to. It is written to the audit log.',
  optOutRemoveStop:
    'After a STOP the person has to answer START to your number as well: until then Twilio refuses every SMS, and the opt-out is noted again.',
  optOutRemoved: 'Removed.',
  error_contact: 'This is neither an e-mail address nor a phone number.',
};
