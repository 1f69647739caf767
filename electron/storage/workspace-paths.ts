import { join } from 'node:path'

export const EXTENSION = '.polyphony.json'

// Windows takes these for devices, with any extension.
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i
// Leaves room for the date, the extension, the folder beside the file and a lab's folder within 260 characters.
const NAME_UNITS = 80
const NAME_BYTES = 180

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A part of a path that every system takes: no separators, control or direction characters, no dot at either end. */
export const safeName = (text: string, fallback: string): string => {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
  const name = trimmed(shortened(trimmed(plain)))
  const stem = name.split('.')[0]?.trim() ?? ''
  if (name === '') return fallback
  return RESERVED.test(stem) ? `_${name}` : name
}

const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/g, '')

/** Cut between whole characters, by units and by bytes: most file systems count one or the other. */
const shortened = (text: string): string => {
  let short = ''
  for (const { segment } of graphemes.segment(text.slice(0, 4 * NAME_UNITS))) {
    const next = short + segment
    if (next.length > NAME_UNITS || Buffer.byteLength(next) > NAME_BYTES) break
    short = next
  }
  return short
}

/** `<date> <title>.polyphony.json`; `copy` from 2 on makes another name for the same session. */
export const sessionFileName = (day: string, title: string, copy = 1): string =>
  `${day} ${safeName(title, 'session')}${copy > 1 ? ` (${copy})` : ''}${EXTENSION}`

/** Where a new session of a lab goes. */
export const sessionPath = (root: string, lab: string, day: string, title: string, copy = 1): string =>
  join(root, safeName(lab, 'lab'), sessionFileName(day, title, copy))

export const isSessionPath = (path: string): boolean => path.toLowerCase().endsWith(EXTENSION)

export type SyncService = 'onedrive' | 'dropbox' | 'icloud' | 'google-drive' | 'nextcloud'

const SYNC_FOLDERS: readonly { readonly service: SyncService; readonly pattern: RegExp }[] = [
  { service: 'onedrive', pattern: /^(onedrive|onedrive - .+|onedrive-.+|skydrive)$/i },
  { service: 'dropbox', pattern: /^(dropbox|dropbox \(.+\)|dropbox-.+)$/i },
  { service: 'icloud', pattern: /^(icloud ?drive|com~apple~clouddocs|mobile documents|iclouddrive)$/i },
  { service: 'google-drive', pattern: /^(google ?drive|googledrive-.+|my drive|drivefs)$/i },
  { service: 'nextcloud', pattern: /^(nextcloud\d*|owncloud)$/i },
]

/** The sync service whose folder a path is in, by the usual names; such programs lock, copy and roll back open files. */
export const syncServiceOf = (path: string): SyncService | null => {
  for (const part of path.split(/[\\/]/)) {
    const known = SYNC_FOLDERS.find(({ pattern }) => pattern.test(part.trim()))
    if (known) return known.service
  }
  return null
}
