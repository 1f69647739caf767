/**
 * Words as an Office file may hold them: without the control characters that XML forbids and without halves of surrogate
 * pairs, at which Word and Excel refuse to open the whole file.
 */
export const officeText = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
    .replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
