import { readFile } from 'node:fs/promises'

/** A JSON file that comes with the app; null when it is missing or broken. */
export const readJson = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch {
    return null
  }
}
