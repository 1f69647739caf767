const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** Seven digits and more with at most two signs between them. */
const NUMBER = /(?:\+|\(\+?)?\d(?:[ ()./-]{0,2}\d){6,30}(?:[ -]?[A-Z]\b)?/g
const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * A number that leads to a person: it begins as a telephone number does, or has the nine digits and more of a number in a
 * register. Days, spans of years and sums of money are shorter.
 */
const isContact = (number: string): boolean => {
  const digits = number.replaceAll(/\D/g, '').length
  return !DAY.test(number) && (/^[+(0]/.test(number) || digits >= 9 || (digits === 8 && /[A-Z]$/.test(number)))
}

/** Nobody releases a telephone number, an address or the number of an identity card by releasing a sentence. */
export const maskContacts = (text: string, mask: string): string =>
  text.replaceAll(EMAIL, mask).replaceAll(NUMBER, (number) => (isContact(number) ? mask : number))
