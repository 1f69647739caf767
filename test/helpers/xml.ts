const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u

/** Why this is not well-formed XML (no DTD, no CDATA, no comments: our files have none), or null. */
export const malformed = (xml: string): string | null => {
  if (FORBIDDEN.test(xml)) return 'a character that XML forbids'
  if (REFERENCE.test(xml)) return 'a bare ampersand'
  const open: string[] = []
  let at = xml.startsWith('<?xml') ? xml.indexOf('?>') + 2 : 0
  for (;;) {
    const next = xml.indexOf('<', at)
    if (next < 0) break
    TAG.lastIndex = next
    const [all, closing, name = '', , alone] = TAG.exec(xml) ?? []
    if (all === undefined) return `no tag at ${xml.slice(next, next + 60)}`
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`
    } else if (alone !== '/') open.push(name)
    at = next + all.length
  }
  return open.length > 0 ? `<${open.at(-1) ?? ''}> is not closed` : null
}

export const plainXml = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#39;|&apos;/g, "'")
    .replaceAll('&amp;', '&')
