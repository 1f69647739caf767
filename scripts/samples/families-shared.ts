import { ordersAfter } from '@core/change/order'
import type { AnyRecord } from '@core/model/records'
import type { SampleKit, VoiceIds } from './kit'
import { boardWords } from './kit'

export const FAMILY_VOICES = [
  { key: 'families', slot: 1, level: 'micro', expected: 9, present: 9 },
  { key: 'staff', slot: 2, level: 'meso', expected: 7, present: 7 },
  { key: 'managers', slot: 3, level: 'meso', expected: 4, present: 4 },
  { key: 'schoolHealth', slot: 4, level: 'meso', expected: 4, present: 4 },
  { key: 'policymakers', slot: 5, level: 'macro', expected: 2, present: 2 },
] as const

export const familyVoices = (kit: SampleKit): { readonly records: AnyRecord[]; readonly ids: VoiceIds } => {
  const orders = ordersAfter(null, FAMILY_VOICES.length)
  const ids: Record<string, string> = {}
  const records = FAMILY_VOICES.map((voice, index): AnyRecord => {
    ids[voice.key] = kit.id()
    return {
      type: 'voice',
      id: ids[voice.key] ?? '',
      order: orders[index] ?? '',
      label: boardWords(`voice.${voice.key}`),
      slot: voice.slot,
      level: voice.level,
      expected: voice.expected,
      present: voice.present,
    }
  })
  return { records, ids }
}

export const familyLab = (id: string): AnyRecord => ({
  type: 'lab',
  id,
  name: 'Families and social work: a polyphonic community',
  country: 'Slovenia',
  organisations: ['Social work centre', 'Faculty of social work'],
  partners: ['Primary school', 'Health centre', 'Municipality', 'Parents’ group'],
  targetGroup: 'Families with multiple challenges, and the people who work with them.',
  aim: 'One plan for each family, made with the family; somebody who holds the thread; feedback that is heard.',
  authors: ['The lab group'],
  ties: 'The facilitator teaches at the faculty and has supervised two of the front-line workers.',
  funderNotice: 'Sample text: this lab is part of a publicly funded research project. Views are those of the lab.',
  keepUntil: '2028-12-31',
  esn: {
    contact: 'The lab group, lab@families.example',
    themes: ['children-families', 'integrated-care', 'co-production'],
    principles: [3, 11, 20],
    statuses: ['execution'],
    context: 'Help for families is scattered over many professionals who plan without the family.',
    objectives: ['One plan, made with the family', 'One person who holds the thread', 'Regular feedback from families'],
    links: ['https://families.example/one-plan'],
    tips: 'Begin with the families, in their words. Say after every meeting what came of what they said.',
  },
})
