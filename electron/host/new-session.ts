import type { DocumentView } from '@core/model/document'
import { labOf, ordered } from '@core/model/document'
import type { AnyRecord } from '@core/model/records'
import { roundVoices } from '@core/next/round-voices'
import { recordsFromTemplate, withRounds } from '@core/next/template-records'
import type { Template } from '@core/next/template'
import type { RequestArgs } from '@core/protocol/requests'

export type NewSession = Omit<RequestArgs<'session.create'>, 'templateId' | 'labOf'> & {
  readonly template: Template | null
  /** The newest session of the lab to take name, voices and profile from. */
  readonly from: DocumentView | null
  readonly lang: string
  /** From how many people on a voice is shown by itself. */
  readonly k: { readonly room: number; readonly public: number }
  readonly now: number
  readonly newId: () => string
  readonly words: (key: string) => string
}

/** The records of a session that was not started from another one. */
export const newSession = (wanted: NewSession): AnyRecord[] => {
  const { template, from, newId } = wanted
  const known = from ? labOf(from) : undefined
  const labId = known?.id ?? newId()
  const voices = from ? ordered(from, 'voice').map((voice) => ({ ...voice, present: 0 })) : []
  const { words } = wanted
  const ofTemplate = template ? recordsFromTemplate(template, { newId, words, k: wanted.k }, true) : []
  const templateVoices = ofTemplate.filter((one) => one.type === 'voice')
  const fresh =
    voices.length === 0
      ? templateVoices
      : template?.round === undefined
        ? []
        : roundVoices(templateVoices, voices, words)
  const records: AnyRecord[] = [
    {
      type: 'session',
      id: newId(),
      title: wanted.title,
      labId,
      day: wanted.day,
      timeZone: wanted.timeZone,
      lang: wanted.lang,
      state: 'prepared',
      stage: { view: 'join' },
      k: wanted.k,
      createdAt: new Date(wanted.now).toISOString(),
      ...(template ? { templateKey: template.key ?? template.id } : {}),
    },
    known ?? { type: 'lab', id: labId, name: wanted.labName, organisations: [], partners: [] },
    ...voices,
    ...fresh,
    ...ofTemplate.filter((one) => one.type !== 'voice'),
  ]
  return withRounds(records, template)
}
