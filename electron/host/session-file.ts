import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { StoragePort } from './ports'

/** `<folder>/<lab>/<day> <title>.polyphony.json`, with a number where that is taken. Makes the lab's folder. */
export const freeSessionPath = async (
  storage: StoragePort,
  folder: string,
  { lab, day, title }: { readonly lab: string; readonly day: string; readonly title: string },
): Promise<string> => {
  await mkdir(dirname(storage.sessionPath(folder, lab, day, title)), { recursive: true })
  for (let copy = 1; ; copy += 1) {
    const path = storage.sessionPath(folder, lab, day, title, copy)
    if (!(await stat(path).catch(() => null))) return path
  }
}
