import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isSessionPath,
  safeName,
  sessionFileName,
  sessionPath,
  syncServiceOf,
} from '../../../electron/storage/workspace-paths'

test('a session is named by its day and title', () => {
  expect(sessionFileName('2026-03-05', 'Families lab')).toBe('2026-03-05 Families lab.polyphony.json')
  expect(sessionFileName('2026-03-05', 'Families lab', 2)).toBe('2026-03-05 Families lab (2).polyphony.json')
  expect(sessionPath('/home/p/Polyphony', 'Lab: Maribor', '2026-03-05', '?')).toBe(
    '/home/p/Polyphony/Lab Maribor/2026-03-05 session.polyphony.json',
  )
  expect(isSessionPath('/x/One.Polyphony.JSON')).toBe(true)
  expect(isSessionPath('/x/one.json')).toBe(false)
})

test.each([
  ['../../etc/passwd', 'etc passwd'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['console', 'console'],
  ['ends with dots...', 'ends with dots'],
  ['.hidden', 'hidden'],
  ['tab\tand\u0000zero\u202Egnp', 'tab and zero gnp'],
  ['Družine – čas', 'Družine – čas'],
  ['   ', 'session'],
])('the title %j makes the name %j', (title, name) => {
  expect(safeName(title, 'session')).toBe(name)
})

test('any title makes a name that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = safeName(title, 'session')
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.]|[\s.]$/u)
      expect(name.length).toBeGreaterThan(0)
      expect(Buffer.byteLength(sessionFileName('2026-03-05', title))).toBeLessThan(220)
      expect(safeName(name, 'session')).toBe(name)
    }),
    { numRuns: 100 },
  )
})

test.each([
  ['C:\\Users\\p\\OneDrive - Občina\\Polyphony', 'onedrive'],
  ['/Users/p/Library/CloudStorage/OneDrive-Personal/x', 'onedrive'],
  ['/home/p/Dropbox (Work)/x', 'dropbox'],
  ['/Users/p/Library/Mobile Documents/com~apple~CloudDocs/x', 'icloud'],
  ['/Users/p/Library/CloudStorage/GoogleDrive-p@example.org/My Drive', 'google-drive'],
  ['/home/p/Nextcloud/labs', 'nextcloud'],
  ['/home/p/Polyphony', null],
  ['/home/dropboxer/Documents', null],
])('%s is in %s', (path, service) => {
  expect(syncServiceOf(path)).toBe(service)
})
