import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { serializeDocument } from '@core/load/serialize'
import type { AnyRecord } from '@core/model/records'
import { baselineSession } from '../../scripts/samples/baseline'
import { sampleKit } from '../../scripts/samples/kit'
import { aBoard, aCard, aLab, aSession, aTask, aVoice } from './builders'

export const COUNTRIES = ['Latvia', 'Norway', 'Serbia', 'Slovenia', 'Spain', 'Sweden']

export const baseline = (): AnyRecord[] => baselineSession(sampleKit(3))

/** The same sample as one file of each country: its own map and frame, and nothing said for all of them. */
export const sixCountries = (): { readonly country: string; readonly records: readonly AnyRecord[] }[] =>
  COUNTRIES.map((country) => ({
    country,
    records: baseline().flatMap((record): AnyRecord[] => {
      if (record.type === 'session') return [{ ...record, id: `session-${country}` }]
      if (record.type === 'lab') return [{ ...record, country }]
      if (record.type !== 'card') return [record]
      if (record.place !== country) return []
      const { place: _place, ...card } = record
      return [card]
    }),
  }))

/** A small session: one board of two themes, three cards, a task. */
export const smallSession = (number: number): AnyRecord[] => {
  const entries = (['staff', 'trust'] as const).map((topic) => ({ id: topic, label: { text: topic }, topic }))
  const card = (index: number, zone: string): AnyRecord =>
    aCard({
      id: `card-${index}`,
      boardId: 'board-1',
      zone: [zone],
      text: `Statement ${number}.${index}`,
      voiceId: 'families',
    })
  return [
    aSession({
      id: `session-${number}`,
      title: `Meeting ${number}`,
      labId: `lab-${number % 20}`,
      day: `${2020 + (number % 6)}-03-0${1 + (number % 9)}`,
    }),
    aLab({
      id: `lab-${number % 20}`,
      name: `Lab ${number % 20}`,
      country: COUNTRIES[number % 6] ?? '',
      targetGroup: number % 2 === 0 ? 'Families' : 'Older people',
    }),
    aVoice({ present: 8 }),
    aBoard({ layout: 'columns', axes: [{ id: 'theme', label: { text: 'Theme' }, entries }] }),
    card(1, 'staff'),
    card(2, 'staff'),
    card(3, 'trust'),
    aTask({ id: `task-${number}`, state: number % 2 === 0 ? 'done' : 'todo', due: '2021-01-01' }),
  ]
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A session file as the app leaves it. Answers its path. */
export const writeSessionFile = async (
  folder: string,
  name: string,
  records: readonly AnyRecord[],
  lastSeq = 0,
): Promise<string> => {
  const path = join(folder, `${name}.polyphony.json`)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, serializeDocument(records, { generation: 1, lastSeq, open: false }, [], sha256))
  return path
}

export const writeSmallSessions = async (folder: string, count: number): Promise<void> => {
  for (let number = 1; number <= count; number += 1) {
    await writeSessionFile(folder, `lab-${number % 20}/${number}`, smallSession(number))
  }
}
