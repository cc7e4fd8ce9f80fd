/** The languages in which people book and get messages, in the order of the lists that offer them. */
export const bookingLanguages = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl', 'pl', 'tr', 'ar', 'he'] as const;
