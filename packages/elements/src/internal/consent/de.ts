/** The consent beside the box in the form, in German. */
export const consent =
  'Wenn ich diese Buchung nicht beende, darf {coach} mir dazu bis zu zwei E-Mails schreiben. Das kann ich jederzeit widerrufen, hier oder in jeder E-Mail.';
