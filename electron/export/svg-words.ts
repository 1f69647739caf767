import { escapeMarkup } from '@core/charts/svg'
import { PLAIN, textWidth } from './ballot-measure'

/** A drawing that knows how high it is before it is placed. */
export type Drawn = { readonly height: number; readonly at: (x: number, y: number) => string }

export type Lettering = {
  readonly width: number
  readonly size: number
  readonly line: number
  readonly colour: string
  readonly bold?: boolean
  /** Longer texts end in dots. */
  readonly most?: number
  readonly middle?: boolean
}

/** Lines of a text in a column of this width, broken between words, a longer word anywhere. */
export const breakLines = (text: string, width: number, size: number, bold = false): string[] => {
  const room = Math.max(size * 2, bold ? width : width / PLAIN)
  return text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((part) => linesOfPart(part, room, size))
}

const linesOfPart = (part: string, room: number, size: number): string[] => {
  const lines: string[] = []
  let line = ''
  let used = 0
  const space = textWidth(' ', size)
  for (const word of part.split(/\s+/).filter((one) => one !== '')) {
    for (const piece of pieces(word, room, size)) {
      const own = textWidth(piece, size)
      if (line !== '' && used + space + own > room) {
        lines.push(line)
        line = ''
        used = 0
      }
      line = line === '' ? piece : `${line} ${piece}`
      used += own + (used > 0 ? space : 0)
    }
  }
  return line === '' ? lines : [...lines, line]
}

const pieces = (word: string, room: number, size: number): string[] => {
  if (textWidth(word, size) <= room) return [word]
  const found: string[] = []
  let piece = ''
  let used = 0
  for (const sign of word) {
    const own = textWidth(sign, size)
    if (piece !== '' && used + own > room) {
      found.push(piece)
      piece = ''
      used = 0
    }
    piece += sign
    used += own
  }
  return piece === '' ? found : [...found, piece]
}

/** Words as lines of SVG text; nothing where there are no words. */
export const drawWords = (text: string, look: Lettering): Drawn => {
  const { size, line, colour, width, bold = false, most, middle = false } = look
  const all = breakLines(text, width, size, bold)
  const kept = most === undefined || all.length <= most ? all : [...all.slice(0, most - 1), `${all[most - 1] ?? ''}…`]
  return {
    height: kept.length * line,
    at: (x, y) =>
      kept
        .map((words, index) => {
          const left = middle ? x + width / 2 : x
          const base = y + index * line + (line + size * 0.7) / 2
          return `<text x="${px(left)}" y="${px(base)}" font-size="${size}" fill="${colour}"${bold ? ' font-weight="700"' : ''}${middle ? ' text-anchor="middle"' : ''}>${escapeMarkup(words)}</text>`
        })
        .join(''),
  }
}

export const px = (value: number): string => String(Math.round(value * 10) / 10)

/** One below the other. */
export const stacked = (parts: readonly Drawn[], gap: number): Drawn => {
  const shown = parts.filter(({ height }) => height > 0)
  return {
    height: shown.reduce((sum, part) => sum + part.height, 0) + Math.max(0, shown.length - 1) * gap,
    at: (x, y) => {
      let top = y
      return shown
        .map((part) => {
          const drawn = part.at(x, top)
          top += part.height + gap
          return drawn
        })
        .join('')
    },
  }
}

type Sheet = {
  readonly width: number
  readonly title: string
  /** What is to be seen, for who does not see it. */
  readonly sentence?: string
  readonly lang: string
  readonly defs?: string
  readonly margin: number
}

/** The whole picture on white: reads alone, with its own title and typeface. */
export const pictureSvg = (drawn: Drawn, { width, title, sentence = '', lang, defs = '', margin }: Sheet): string => {
  const wide = width + 2 * margin
  const high = Math.ceil(drawn.height + 2 * margin)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}" role="img" xml:lang="${escapeMarkup(lang)}" ` +
    `font-family="'Atkinson Hyperlegible Next', system-ui, sans-serif"><title>${escapeMarkup(title)}</title>${sentence === '' ? '' : `<desc>${escapeMarkup(sentence)}</desc>`}${defs}` +
    `<rect width="${wide}" height="${high}" fill="#ffffff"/>${drawn.at(margin, margin)}</svg>`
  )
}
