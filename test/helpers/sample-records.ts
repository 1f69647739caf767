import type { Diff } from '@core/change/diff'
import type { AnyRecord } from '@core/model/records'
import { checkRecord } from '@core/load/open-document'
import type { JournalEntry } from '../../electron/storage/session-types'

export const SESSION_ID = 'ses1'

const valid = (value: unknown): AnyRecord => {
  const checked = checkRecord(value)
  if (!checked.ok) throw new Error(`a sample record is wrong at ${checked.error}`)
  return checked.value
}

/** The smallest document: one session, one lab. */
export const smallDocument = (): AnyRecord[] => [
  valid({
    type: 'session',
    id: SESSION_ID,
    title: 'Families lab, first session',
    labId: 'lab1',
    day: '2026-03-05',
    timeZone: 'Europe/Ljubljana',
    lang: 'en',
    state: 'running',
    stage: { view: 'blank' },
    k: { room: 3, public: 5 },
    createdAt: '2026-03-05T08:00:00.000Z',
  }),
  valid({ type: 'lab', id: 'lab1', name: 'Families lab', organisations: [], partners: [] }),
]

export const sampleText = (index: number): string => `What card ${index} says about the way to the benefit office`

export const sampleCard = (index: number, text = sampleText(index)): AnyRecord =>
  valid({
    type: 'card',
    id: `card${index}`,
    boardId: 'board1',
    zone: ['theme1', 'micro'],
    order: `a${index.toString(36)}`,
    text,
    voiceId: 'voice1',
    place: 'Maribor',
    source: 'facilitator',
    held: false,
    revealed: true,
    quote: 'role',
  })

export const addCard = (seq: number, text?: string): JournalEntry => ({
  seq,
  at: '2026-03-05T09:00:00.000Z',
  by: 'facilitator',
  name: 'card.add',
  diff: { added: [sampleCard(seq, text)] } satisfies Diff,
  key: `key${seq}`,
})
