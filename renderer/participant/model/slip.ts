/** The figures and capitals of a slip's code: none that are taken for another. */
const CODE = /^[23456789A-HJKMNP-Z]{6}$/

/** As it is sent: capitals, without the gap in the middle. */
export const plainSlip = (typed: string): string => typed.replaceAll(/[\s.-]/g, '').toUpperCase()

/** It may be the code of a slip. A code of the room can look the same. */
export const isSlipLike = (typed: string): boolean => CODE.test(plainSlip(typed))

/** As it is printed. */
export const shownSlip = (typed: string): string => {
  const plain = plainSlip(typed)
  return CODE.test(plain) ? `${plain.slice(0, 3)} ${plain.slice(3)}` : typed
}
