import { expect, test } from 'vitest'
import { filesUnder } from './sources'

/** What mantine.css holds the styles of: all of them would be 300 kB before the first paint. */
const STYLED = new Set(['MantineProvider', 'createTheme', 'Menu', 'Modal', 'Popover', 'Select'])

test('every part of Mantine in use has its styles in mantine.css', () => {
  const unstyled = filesUnder('renderer', /\.tsx?$/).flatMap(({ path, text }) =>
    [...text.matchAll(/import (?!type)\{([^}]*)\} from '@mantine\/core'/g)]
      .flatMap(([, names = '']) => names.split(','))
      .map((name) => name.trim().split(' ')[0] ?? '')
      .filter((name) => name !== '' && name !== 'type' && !STYLED.has(name))
      .map((name) => `${path}: ${name}`),
  )
  expect(unstyled).toEqual([])
})
