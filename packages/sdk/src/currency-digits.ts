/**
 * Returns the decimals of a currency's smallest unit by ISO 4217, in which the API counts money: 2 of EUR, 0 of JPY, 3
 * of KWD. Not read from `Intl`, whose engines disagree about some.
 */
export function currencyDigits(currency: string): number {
  if (/BIF|CLP|DJF|GNF|ISK|JPY|KMF|KRW|PYG|RWF|UGX|UYI|VND|VUV|XAF|XOF|XPF/.test(currency)) return 0;
  return /BHD|IQD|JOD|KWD|LYD|OMR|TND/.test(currency) ? 3 : /CLF|UYW/.test(currency) ? 4 : 2;
}
