import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SESSION_ENDING } from './home-index'

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name that every system accepts: letters and digits of any script, no dots or spaces at the ends. */
export const safeName = (words: string, most = 80): string => {
  const clean = words
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const short = [...clean]
    .slice(0, most)
    .join('')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  return short === '' || RESERVED.test(short) ? `_${short}` : short
}

/** `<folder>/<lab>/<day> <title>.polyphony.json`, with a number where that is taken. Makes the lab's folder. */
export const freeSessionPath = async (folder: string, lab: string, day: string, title: string): Promise<string> => {
  const base = join(folder, safeName(lab), safeName(`${day} ${title}`))
  await mkdir(dirname(base), { recursive: true })
  for (let count = 1; ; count += 1) {
    const path = `${base}${count === 1 ? '' : ` (${count})`}${SESSION_ENDING}`
    if (!(await stat(path).catch(() => null))) return path
  }
}
